/** 繁体 forms that stand in such texts, each before its plain one. */
const TRADITIONAL = '萬万億亿財财務务經经費费預预決决與与較较減减長长項项數数額额總总計计為为團团車车輛辆購购運运維维護护餘余佔占單单業业員员編编個个從从開开關关況况實实執执際际來来後后還还專专間间場场這这將将說说據据級级應应補补對对國国區区縣县鎮镇處处種种類类達达過过內内現现當当幣币撥拨籌筹審审並并無无變变動动幅幅約约幾几僅仅兩两參参機机構构議议會会資资產产貸贷償偿債债險险離离職职養养醫医療疗學学術术農农業业環环節节圖图標标準准條条約约規规劃划質质績绩評评價价優优差差積积極极門门紀纪屬属責责辦办組组織织協协調调統统設设訓训習习電电報报導导領领認认識识記记訂订論论證证權权勞劳廣广東东雙双歷历歲岁讀读熱热點点書书體体戶户負负遠远連连鄉乡園园聯联絡络選选舉举藝艺滿满稅税貨货採采貼贴獎奖勵励獲获該该詳详縮缩壓压純纯緊紧結结終终給给紹绍線线綠绿網网義义視视觀观覽览覺觉頭头題题顧顾風风館馆駐驻驗验黨党齊齐龍龙檔档檢检測测濟济災灾狀状獨独畢毕異异盡尽監监盤盘確确礎础稱称穩稳競竞築筑簽签糧粮緣缘續续聲声腦脑臨临興兴舊旧藥药蘇苏裝装複复見见訪访試试話话誤误請请講讲豐丰貢贡貧贫貴贵賬账賽赛贈赠趕赶軍军輕轻載载輔辅遷迁邊边郵邮鄰邻釋释鋪铺錄录錢钱鐵铁陽阳陸陆階阶隊队隨随難难靜静響响頁页順顺須须頒颁顯显飛飞飯饭飲饮魚鱼麗丽'

/** Other signs that mean the same as a plain one. */
const SIGNS: readonly (readonly [string, string])[] = [
  ['(', '（'], [')', '）'], ['（', '（'], ['）', '）'], [';', '；'], [':', '：'], ['；', '；'], ['：', '：'], ['，', '，'], ['﹪', '%'], ['﹐', '，'],
  ['—', '-'], ['–', '-'], ['－', '-'], ['−', '-'], ['～', '~'], ['〜', '~'], ['?', '？'], ['!', '！'], ['？', '？'], ['！', '！'], ['[', '〔'], [']', '〕'], ['【', '〔'], ['】', '〕'], ['│', '|'], ['｜', '|'],
]

const forms = new Map([
  ...SIGNS.map(([from, to]) => [from.charCodeAt(0), to.charCodeAt(0)] as const),
  ...Array.from({ length: TRADITIONAL.length / 2 }, (_, i) => [TRADITIONAL.charCodeAt(2 * i), TRADITIONAL.charCodeAt(2 * i + 1)] as const).filter(([from, to]) => from !== to),
])

/** One plain code unit for many, by code unit; 0 where it is plain itself: brackets, dashes, percent signs, traditional characters, full width. */
export const PLAIN_FORMS: Uint16Array = Uint16Array.from({ length: 0x10000 }, (_, code) => forms.get(code) ?? (code > 0xff00 && code < 0xff5f ? code - 0xfee0 : 0))
