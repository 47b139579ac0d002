using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Reads the numbers of an article: 13.000, 13 000, ١٣٬٠٠٠, १३,०००, 1,3万, 12 million, 3万5000, 十二万.</summary>
internal static class NumberReader
{
    // No real article holds more; a table of figures is not news.
    private const int MaxNumbers = 2_000;
    private const int MaxScales = 2;

    public static List<FoundNumber> Read(TokenStream stream, string language)
    {
        var scales = NumberScales.Of(language);
        var numbers = new List<FoundNumber>();
        for (var i = 0; i < stream.Tokens.Length && numbers.Count < MaxNumbers; i++)
        {
            if (Compound(stream, i, scales, language) is not { } number) continue;
            numbers.Add(number);
            i = number.Last;
        }

        return numbers;
    }

    // 1億2000万 is the sum of its parts, each smaller than the one before.
    private static FoundNumber? Compound(TokenStream stream, int index, NumberScales scales, string language)
    {
        if (HanNumerals.Read(stream, index) is { } written) return written;
        if (Simple(stream, index, scales, language) is not { } sum) return null;
        for (var unit = sum.Scale; unit >= 1_000 && sum.ByCharacter && sum.Last + 1 < stream.Tokens.Length;)
        {
            if (!Follows(stream, sum.Last) || Simple(stream, sum.Last + 1, scales, language) is not { } part || part.Scale >= unit || part.Value >= unit) break;
            (sum, unit) = (part with { Value = sum.Value + part.Value, First = sum.First }, part.Scale);
        }

        return new FoundNumber(sum.Value, sum.First, sum.Last);
    }

    private static bool Follows(TokenStream stream, int last)
    {
        var (before, after) = (stream.Tokens[last], stream.Tokens[last + 1]);
        return before.Field == after.Field && before.Sentence == after.Sentence && after.Start - before.Start - before.Length <= 1;
    }

    private static Part? Simple(TokenStream stream, int index, NumberScales scales, string language)
    {
        if (NumberFigures.Read(stream.Stored(index), language) is not { } figures) return null;
        var (value, last) = (figures.Value, index);
        if (figures.MayGoOn)
        {
            while (NextGroup(stream, last, language) is { } group) (value, last) = ((value * 1_000) + group, last + 1);
        }

        var (scale, byCharacter) = (figures.Scale, false);
        for (var n = 0; n < MaxScales && scales.After(stream, last) is { } found; n++)
        {
            (scale, last, byCharacter) = (scale * found.Factor, found.Last, found.ByCharacter);
            if (scale > 1_000_000_000_000) return null;
        }

        return new Part(value * scale, index, last, scale, byCharacter);
    }

    // The thin spaces of 13 000 000, and the apostrophe of the Swiss.
    private static decimal? NextGroup(TokenStream stream, int last, string language)
    {
        if (last + 1 >= stream.Tokens.Length) return null;
        var (before, after) = (stream.Tokens[last], stream.Tokens[last + 1]);
        var end = before.Start + before.Length;
        if (before.Field != after.Field || before.Sentence != after.Sentence || after.Start != end + 1 || after.Length < 3 || before.Length > 3) return null;
        if (stream.FieldText(before.Field)[end] is not (' ' or '\u00A0' or '\u202F' or '\u2009' or '\'' or '’')) return null;
        var group = stream.Stored(last + 1);
        var whole = char.IsDigit(group[0]) && char.IsDigit(group[1]) && char.IsDigit(group[2]) && (group.Length == 3 || group[3] is '.' or ',');
        return whole ? NumberFigures.Read(group, language)?.Value : null;
    }

    private readonly record struct Part(decimal Value, int First, int Last, decimal Scale, bool ByCharacter);
}
