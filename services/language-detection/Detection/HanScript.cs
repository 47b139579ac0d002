using System.Collections.Frozen;

namespace NewsMonitor.LanguageDetection.Detection;

/// <summary>Tells simplified and traditional Chinese and Japanese apart by characters that exist in one of them only.</summary>
internal static class HanScript
{
    // The most frequent characters of news text that the reform of 1956 changed, in pairs.
    private const string SimplifiedCharacters = "们这来国会说时对发后过经动进现样还当与应关开长问见门间书车东马两业严华单卖卫厂县变叶号听员团围图场坏块声处备头夺实宝审导将层岁师币带帮广庆庙库张归录忆态总恶悬战户扑执扩护报抢担拟择挂挥损换据携摆数断无旧显术机权条构枪标栏树桥检欢气汇沟没泽洁测济浅温满滚滨热爱爷牵独环画疗盘监确离种积称稳穷类纪约红纸级线组织结给统继续罗职联肃脑脸节药营蓝虽补规视览觉训议记讲许设证评识诉词试话该详语误请读课调谈谁负财责败货质贵贸费资赛赶车轨转轮软载较辆输边达迁运违连远迟适选遗邮郑针钟钢铁银销错键锋阅队阳阶际陆陈险随难雾静韩预领题颜风飞养马驻验鱼鲁鸟鸡麦黄齐龙";
    private const string TraditionalCharacters = "們這來國會說時對發後過經動進現樣還當與應關開長問見門間書車東馬兩業嚴華單賣衛廠縣變葉號聽員團圍圖場壞塊聲處備頭奪實寶審導將層歲師幣帶幫廣慶廟庫張歸錄憶態總惡懸戰戶撲執擴護報搶擔擬擇掛揮損換據攜擺數斷無舊顯術機權條構槍標欄樹橋檢歡氣匯溝沒澤潔測濟淺溫滿滾濱熱愛爺牽獨環畫療盤監確離種積稱穩窮類紀約紅紙級線組織結給統繼續羅職聯肅腦臉節藥營藍雖補規視覽覺訓議記講許設證評識訴詞試話該詳語誤請讀課調談誰負財責敗貨質貴貿費資賽趕車軌轉輪軟載較輛輸邊達遷運違連遠遲適選遺郵鄭針鐘鋼鐵銀銷錯鍵鋒閱隊陽階際陸陳險隨難霧靜韓預領題顏風飛養馬駐驗魚魯鳥雞麥黃齊龍";

    // What the Japanese reform of 1946 changed otherwise than the Chinese one, and characters made in Japan.
    private const string JapaneseCharacters = "駅売対発図変込働円気広県鉄戦辺総営応桜歳険検験権済経続読価仮帰拠挙効恵駆撃顕厳黒砕雑賛歯児実釈収従渋獣縦処焼奨畳譲醸嬢粋酔穂髄瀬斉摂専銭繊捜挿騒増蔵臓滝択沢単団弾遅鋳庁聴逓稲徳弐悩脳覇廃拝抜浜払仏舗豊毎満黙薬訳揺様謡覧両猟緑塁隷霊齢労録峠畑匂枠搾塀";

    /// <summary>The tag of Chinese in simplified characters.</summary>
    public const string Simplified = "zh-Hans";

    /// <summary>The tag of Chinese in traditional characters.</summary>
    public const string Traditional = "zh-Hant";

    private const string Japanese = "ja";

    private static readonly FrozenDictionary<char, Writing> Writings = Build();

    [Flags]
    private enum Writing : byte
    {
        Simplified = 1,
        Traditional = 2,
        Japanese = 4,
    }

    /// <summary><c>zh-Hans</c>, <c>zh-Hant</c> or <c>ja</c>, whichever has more characters of its own; <c>zh-Hans</c> on a draw.</summary>
    /// <param name="title">The headline.</param>
    /// <param name="text">The body.</param>
    public static string TagOf(ReadOnlySpan<char> title, ReadOnlySpan<char> text)
    {
        var (simplified, traditional, japanese) = (0, 0, 0);
        Count(title, ref simplified, ref traditional, ref japanese);
        Count(text, ref simplified, ref traditional, ref japanese);
        if (japanese > simplified && japanese > traditional)
            return Japanese;
        return traditional > simplified ? Traditional : Simplified;
    }

    private static void Count(ReadOnlySpan<char> text, ref int simplified, ref int traditional, ref int japanese)
    {
        foreach (var character in text)
        {
            if (character < '\u3400' || !Writings.TryGetValue(character, out var writing))
                continue;
            simplified += writing == Writing.Simplified ? 1 : 0;
            traditional += writing == Writing.Traditional ? 1 : 0;
            japanese += writing == Writing.Japanese ? 1 : 0;
        }
    }

    private static FrozenDictionary<char, Writing> Build()
    {
        var writings = new Dictionary<char, Writing>();
        foreach (var (characters, writing) in new[] { (SimplifiedCharacters, Writing.Simplified), (TraditionalCharacters, Writing.Traditional), (JapaneseCharacters, Writing.Japanese) })
        {
            foreach (var character in characters)
                writings[character] = writings.GetValueOrDefault(character) | writing;
        }
        return writings.ToFrozenDictionary();
    }
}
