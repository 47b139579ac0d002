using System.Globalization;
using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Reads the figures of one word, in the digits of any script.</summary>
internal static class NumberFigures
{
    // Longer rows of digits are telephone numbers and identifiers.
    private const int MaxDigits = 15;

    // Where a point comes before decimals and nowhere else, 6.125 is a little over six.
    private static readonly HashSet<string> PointLanguages = ["en", "zh", "yue", "ja", "ko", "th", "hi", "bn", "ta", "te", "mr", "ne", "ur", "he", "sw", "fil", "ms"];

    private static readonly Dictionary<string, decimal> Suffixes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["k"] = 1_000,
        ["m"] = 1_000_000,
        ["mn"] = 1_000_000,
        ["mln"] = 1_000_000,
        ["mio"] = 1_000_000,
        ["bn"] = 1_000_000_000,
        ["mrd"] = 1_000_000_000,
        ["tn"] = 1_000_000_000_000,
    };

    /// <summary>The value, what multiplies it, and whether a group of three digits may go on with it; null when the word is no number.</summary>
    public static (decimal Value, decimal Scale, bool MayGoOn)? Read(ReadOnlySpan<char> word, string language)
    {
        // و٥ and ב-20: "and 5", "in 20".
        if (word.Length > 1 && char.IsDigit(word[1]) && !char.IsDigit(word[0]) && CharClasses.TakesClitics(word[0])) word = word[1..];
        if (word.Length == 0 || !char.IsDigit(word[0])) return null;
        Span<char> figures = stackalloc char[MaxDigits * 2];
        var length = 0;
        var rest = word;
        while (rest.Length > 0 && (char.IsDigit(rest[0]) || rest[0] is '.' or ',' or '٫' or '٬') && length < figures.Length)
        {
            figures[length++] = char.IsDigit(rest[0]) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(rest[0])) : rest[0];
            rest = rest[1..];
        }

        if (rest.Length > 0 && char.IsDigit(rest[0])) return null;
        // 7th, 20er and 3G count nothing; 50km and 5bn do.
        decimal scale = 1;
        if (rest.Length > 0 && !Suffixes.TryGetValue(rest.ToString(), out scale))
        {
            if (!IsUnit(rest)) return null;
            scale = 1;
        }

        var plain = figures[..length].IndexOfAny(".,٫٬") < 0;
        var (number, decimals) = Divide(figures[..length], Folding.BaseOf(language));
        if (number.Length is 0 or > MaxDigits || !decimal.TryParse($"{number}.{decimals}0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) return null;
        return (value, scale, plain && length <= 3 && rest.Length == 0);
    }

    private static bool IsUnit(ReadOnlySpan<char> suffix) => suffix is "km" or "kg" or "ha" or "mm" or "cm" or "kw" or "mw" or "gw" or "MW" or "GW" or "kW" or "км" or "кг" or "га";

    private static (string Number, string Decimals) Divide(ReadOnlySpan<char> figures, string language)
    {
        var last = figures.LastIndexOfAny(".,٫٬");
        if (last < 0) return (figures.ToString(), "");
        var before = figures[..last];
        var after = figures[(last + 1)..];
        return IsDecimal(before, figures[last], after, language) ? (Digits(before), after.ToString()) : (Digits(figures), "");
    }

    private static bool IsDecimal(ReadOnlySpan<char> before, char separator, ReadOnlySpan<char> after, string language)
    {
        if (separator is '٫' or '٬') return separator == '٫';
        // 1.234.567 repeats its separator; 1.234,56 changes it for the decimals.
        if (before.Contains(separator)) return false;
        if (before.IndexOfAny(".,٬") >= 0 || after.Length != 3 || before is "0" || before.Length > 3) return true;
        return separator == '.' && PointLanguages.Contains(language);
    }

    private static string Digits(ReadOnlySpan<char> figures)
    {
        Span<char> digits = stackalloc char[figures.Length];
        var length = 0;
        foreach (var c in figures)
        {
            if (char.IsAsciiDigit(c)) digits[length++] = c;
        }

        return digits[..length].ToString();
    }
}
