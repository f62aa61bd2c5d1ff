// Names the whole web shares: written alike in every language, so never foreign. Lower case. Project brands come on top.

export const wellKnownNames: ReadonlySet<string> = new Set(
  (
    "google gmail youtube chrome chromium android firebase facebook instagram meta whatsapp messenger twitter linkedin " +
    "microsoft windows outlook bing edge azure skype apple safari macos ios ipad iphone icloud firefox mozilla opera " +
    "amazon aws alexa paypal stripe visa mastercard maestro unionpay alipay wechat weixin tiktok snapchat pinterest telegram viber " +
    "vkontakte odnoklassniki yandex baidu samsung huawei xiaomi sony nokia linux ubuntu java javascript python " +
    "cloudflare mailchimp sendgrid twilio hotjar matomo shopify wordpress woocommerce magento drupal joomla zoom slack " +
    "dropbox github gitlab netflix spotify wikipedia doubleclick adsense adwords analytics recaptcha bluetooth wifi unicode " +
    "oracle salesforce hubspot zendesk intercom heroku docker kubernetes adobe acrobat photoshop intel nvidia dell lenovo " +
    "uber airbnb booking ebay alibaba aliexpress dhl fedex ups tesla toyota tripadvisor trustpilot onetrust trustarc " +
    "postgresql mysql sqlite redis nginx apache html css json xml pdf wi fi"
  ).split(" "),
)

/** Technical abbreviations that are also written in lower case or mixed. */
export const technicalTerms: ReadonlySet<string> = new Set(
  "http https www url urls api apis sdk ip ipv gps ssl tls ssh vpn dns gsm sms mms usb pdf csv html css ios wifi wlan lan nfc qr id ids imei imsi mac cpu ram faq gdpr ccpa cpra coppa eea dpo utm mb gb kb tb px".split(
    " ",
  ),
)

/** Small English words that dictionaries of other languages hold by accident. */
export const englishSmallWords: ReadonlySet<string> = new Set(
  (
    "the of and to for with you your yours our ours are was were be been being this that these those from by as it its or not if have had will would " +
    "shall should any all when which who whom whose how what where why must there their they them about also only other more most into than then such " +
    "some but so do does did done may might could he she his him my me us"
  ).split(" "),
)
