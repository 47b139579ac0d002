namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Units that are written as a sign beside the number, which the tokeniser does not keep.</summary>
internal static class NumberSymbols
{
    private static readonly Dictionary<string, string> Signs = new()
    {
        ["unit:percent"] = "%٪％",
        ["unit:dollars"] = "$＄",
        ["unit:euros"] = "€",
        ["unit:pounds"] = "£￡",
        ["unit:yuan"] = "¥￥",
        ["unit:degrees"] = "°℃",
    };

    public static bool Has(string? unit) => unit is not null && Signs.ContainsKey(unit);

    /// <summary>True when the unit's sign stands before or after the passage, with at most one space between.</summary>
    public static bool StandsBeside(string unit, string text, int start, int end)
    {
        if (!Signs.TryGetValue(unit, out var signs)) return false;
        return signs.Contains(At(text, start, -1), StringComparison.Ordinal) || signs.Contains(At(text, end - 1, 1), StringComparison.Ordinal);
    }

    private static char At(string text, int from, int step)
    {
        var i = from + step;
        if (i >= 0 && i < text.Length && text[i] is ' ' or '\u00A0' or '\u202F') i += step;
        return i >= 0 && i < text.Length ? text[i] : '\0';
    }
}
