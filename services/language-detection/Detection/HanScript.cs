namespace NewsMonitor.LanguageDetection.Detection;

/// <summary>Tells simplified from traditional Chinese by characters that exist in one of them only.</summary>
internal static class HanScript
{
    // The most frequent characters of news text that the reform of 1956 changed, in pairs.
    private const string Simplified = "们这来国会说时对发后过经动进现样还当与应关开长问见门间书车东马两业严华单卖卫厂县变叶号听员团围图场坏块声处备头夺实宝审导将层岁师币带帮广庆庙库张归录忆态总恶悬战户扑执扩护报抢担拟择挂挥损换据携摆数断无旧显术机权条构枪标栏树桥检欢气汇沟没泽洁测济浅温满滚滨热爱爷牵独环画疗盘监确离种积称稳穷类纪约红纸级线组织结给统继续罗职联肃脑脸节药营蓝虽补规视览觉训议记讲许设证评识诉词试话该详语误请读课调谈谁负财责败货质贵贸费资赛赶车轨转轮软载较辆输边达迁运违连远迟适选遗邮郑针钟钢铁银销错键锋阅队阳阶际陆陈险随难雾静韩预领题颜风飞养马驻验鱼鲁鸟鸡麦黄齐龙";
    private const string Traditional = "們這來國會說時對發後過經動進現樣還當與應關開長問見門間書車東馬兩業嚴華單賣衛廠縣變葉號聽員團圍圖場壞塊聲處備頭奪實寶審導將層歲師幣帶幫廣慶廟庫張歸錄憶態總惡懸戰戶撲執擴護報搶擔擬擇掛揮損換據攜擺數斷無舊顯術機權條構槍標欄樹橋檢歡氣匯溝沒澤潔測濟淺溫滿滾濱熱愛爺牽獨環畫療盤監確離種積稱穩窮類紀約紅紙級線組織結給統繼續羅職聯肅腦臉節藥營藍雖補規視覽覺訓議記講許設證評識訴詞試話該詳語誤請讀課調談誰負財責敗貨質貴貿費資賽趕車軌轉輪軟載較輛輸邊達遷運違連遠遲適選遺郵鄭針鐘鋼鐵銀銷錯鍵鋒閱隊陽階際陸陳險隨難霧靜韓預領題顏風飛養馬駐驗魚魯鳥雞麥黃齊龍";

    private static readonly HashSet<char> OnlySimplified = [.. Simplified.Except(Traditional)];
    private static readonly HashSet<char> OnlyTraditional = [.. Traditional.Except(Simplified)];

    /// <summary><c>zh-Hans</c> or <c>zh-Hant</c>, whichever has more characters of its own; <c>zh-Hans</c> on a draw.</summary>
    public static string TagOf(string text) =>
        text.Count(OnlyTraditional.Contains) > text.Count(OnlySimplified.Contains) ? "zh-Hant" : "zh-Hans";
}
