using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Reads numbers in Han characters: 十二, 三百五十, 两万. A single digit (一) is more often part of a word than a number.</summary>
internal static class HanNumerals
{
    private const string DigitSigns = "零一二三四五六七八九";
    private const int MaxLength = 12;

    public static FoundNumber? Read(TokenStream stream, int index)
    {
        decimal total = 0, section = 0, digit = 0;
        var (i, multiplied) = (index, false);
        for (; i < stream.Tokens.Length && i - index < MaxLength && (i == index || stream.Tokens[i].Has(TokenTraits.Glued)); i++)
        {
            var c = stream.Stored(i)[0];
            if (DigitOf(c) is var value && value >= 0) digit = value;
            else if (SmallOf(c) is { } small) (section, digit, multiplied) = (section + (small * (digit == 0 ? 1 : digit)), 0, true);
            else if (LargeOf(c) is { } large && (section + digit) > 0) (total, section, digit, multiplied) = (total + ((section + digit) * large), 0, 0, true);
            else break;
        }

        return multiplied && i - index >= 2 ? new FoundNumber(total + section + digit, index, i - 1) : null;
    }

    private static int DigitOf(char c) => c is '两' or '兩' ? 2 : c == '〇' ? 0 : DigitSigns.IndexOf(c, StringComparison.Ordinal);

    private static decimal? SmallOf(char c) => c switch { '十' => 10, '百' => 100, '千' => 1_000, _ => null };

    private static decimal? LargeOf(char c) => c switch { '万' or '萬' => 10_000, '亿' or '億' => 100_000_000, _ => null };
}
