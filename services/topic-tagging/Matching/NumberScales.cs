using System.Collections.Concurrent;
using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>The words of a language that multiply the number before them: thousand, million, billion.</summary>
internal sealed class NumberScales
{
    // тысяча, тысячи, тысячами: endings of a word that is written out.
    private const int MaxEnding = 5;

    // Power of ten, then words; % allows an ending, ~ marks characters that are written on without a space. German Billion, Spanish billón and
    // French billion are the long scale's.
    private static readonly Dictionary<string, string> Words = new()
    {
        ["en"] = "2 hundred 3 thousand% 6 million% mn m mln 9 billion% bn 12 trillion% tn",
        ["de"] = "3 tausend% tsd 6 million% mio 9 milliard% mrd 12 billion%",
        ["fr"] = "3 mille milliers 6 million% 9 milliard% 12 billion%",
        ["es"] = "3 mil miles 6 millón millones 9 millardo% 12 billón billones",
        ["pt"] = "3 mil milhares 6 milhão milhões 9 bilhão bilhões 12 trilhão trilhões",
        ["it"] = "3 mila mille migliaia 6 milione milioni mln 9 miliard% mld",
        ["nl"] = "3 duizend% 6 miljoen% mln 9 miljard% mld 12 biljoen%",
        ["sv"] = "3 tusen% 6 miljon% mn 9 miljard% mdr",
        ["da"] = "3 tusind% 6 million% mio 9 milliard% mia",
        ["nb"] = "3 tusen% 6 million% mill 9 milliard% mrd",
        ["fi"] = "3 tuha% tuhat 6 miljoon% milj 9 miljardi% mrd",
        ["et"] = "3 tuhat tuhand% 6 miljon% mln 9 miljard% mld",
        ["hu"] = "3 ezer% 6 millió% 9 milliárd%",
        ["pl"] = "3 tysi% tys 6 milion% mln 9 miliard% mld",
        ["cs"] = "3 tisíc% 6 milion% mil 9 miliard% mld",
        ["sk"] = "3 tisíc% 6 milión% mil 9 miliard% mld",
        ["ro"] = "3 mie mii 6 milion% milioane% mil 9 miliard%",
        ["ru"] = "3 тысяч% тыс 6 миллион% млн 9 миллиард% млрд 12 триллион% трлн",
        ["uk"] = "3 тисяч% тис 6 мільйон% млн 9 мільярд% млрд",
        ["bg"] = "3 хиляд% хил 6 милион% млн 9 милиард% млрд",
        ["sr"] = "3 hiljad% hilj 6 milion% mil 9 milijard% mlrd",
        ["hr"] = "3 tisuć% tis 6 milijun% mil 9 milijard% mlrd",
        ["el"] = "3 χιλιάδ% χίλι% 6 εκατομμύρι% εκατ εκ 9 δισεκατομμύρι% δισ",
        ["tr"] = "3 bin 6 milyon% 9 milyar% 12 trilyon%",
        ["id"] = "3 ribu 6 juta 9 miliar 12 triliun",
        ["vi"] = "3 nghìn ngàn 6 triệu 9 tỷ tỉ",
        ["ar"] = "3 ألف آلاف ألفا 6 مليون ملايين مليونا 9 مليار مليارات بليون",
        ["fa"] = "3 هزار 6 میلیون 9 میلیارد 12 تریلیون",
        ["ur"] = "3 ہزار 5 لاکھ 7 کروڑ 6 ملین 9 ارب",
        ["he"] = "3 אלף אלפים אלפי 6 מיליון מיליוני 9 מיליארד מיליארדי",
        ["hi"] = "3 हजार हज़ार 5 लाख 7 करोड़ 6 मिलियन 9 अरब बिलियन",
        ["th"] = "3 ~พัน 4 ~หมื่น 5 ~แสน 6 ~ล้าน",
        ["ko"] = "2 ~백 3 ~천 4 ~만 8 ~억 12 ~조",
        ["ja"] = "2 ~百 3 ~千 4 ~万 8 ~億 12 ~兆",
        ["zh"] = "2 ~百 3 ~千 4 ~万 ~萬 8 ~亿 ~億 12 ~兆",
    };

    private static readonly ConcurrentDictionary<string, NumberScales> Made = new(StringComparer.Ordinal);

    private readonly List<(string Word, bool Ending, bool ByCharacter, decimal Factor)> _words = [];

    private NumberScales(string language)
    {
        // An unknown language may be any; the short scale is the more frequent one.
        var lists = Words.TryGetValue(language, out var list) ? [list] : language is "und" ? Words.Values.ToArray() : [Words["en"]];
        foreach (var words in lists) Add(words, Folding.ProfileOf(language));
    }

    public static NumberScales Of(string language) => Made.GetOrAdd(Words.ContainsKey(Folding.BaseOf(language)) ? Folding.BaseOf(language) : language == "und" ? "und" : "en", static l => new NumberScales(l));

    /// <summary>The factor that stands after a token, and its last token.</summary>
    public (decimal Factor, int Last, bool ByCharacter)? After(TokenStream stream, int index)
    {
        if (index + 1 >= stream.Tokens.Length) return null;
        var (number, next) = (stream.Tokens[index], stream.Tokens[index + 1]);
        if (number.Field != next.Field || number.Sentence != next.Sentence || next.Start - number.Start - number.Length > 2) return null;
        var stored = stream.FieldText(next.Field).AsSpan(next.Start);
        foreach (var (word, ending, byCharacter, factor) in _words)
        {
            if (byCharacter)
            {
                if (stored.StartsWith(word, StringComparison.Ordinal)) return (factor, LastOf(stream, index + 1, next.Start + word.Length), true);
            }
            else if (Is(stream.Folded(index + 1), word, ending))
            {
                return (factor, index + 1, false);
            }
        }

        return null;
    }

    private static bool Is(ReadOnlySpan<char> folded, string word, bool ending) =>
        ending ? folded.StartsWith(word, StringComparison.Ordinal) && folded.Length - word.Length <= MaxEnding : folded.SequenceEqual(word);

    private static int LastOf(TokenStream stream, int index, int end)
    {
        while (index + 1 < stream.Tokens.Length && stream.Tokens[index + 1].Start < end && stream.Tokens[index + 1].Sentence == stream.Tokens[index].Sentence) index++;
        return index;
    }

    private void Add(string words, FoldingProfile profile)
    {
        var factor = 1m;
        foreach (var word in words.Split(' '))
        {
            if (int.TryParse(word, out var power)) factor = (decimal)Math.Pow(10, power);
            else if (word[0] == '~') _words.Add((word[1..], false, true, factor));
            else _words.Add((Tokenizer.Tokenize("", word.TrimEnd('%'), profile).Folded(0).ToString(), word[^1] == '%', false, factor));
        }
    }
}
