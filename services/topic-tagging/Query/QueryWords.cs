using System.Text.RegularExpressions;

namespace NewsMonitor.TopicTagging.Query;

/// <summary>Checks the spelling of words and phrases.</summary>
internal static partial class QueryWords
{
    // A leading * looks inside every word of every article; fewer letters would be found everywhere.
    private const int MinLettersAfterStar = 4;

    /// <summary>The longest phrase.</summary>
    public const int MaxPhraseWords = 30;

    public static string CheckPhrase(QueryToken phrase)
    {
        var words = phrase.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > MaxPhraseWords) throw new QuerySyntaxException(phrase.Position, $"A phrase of more than {MaxPhraseWords} words.", "Quote the part that tells the text apart.");
        foreach (var word in words) Check(phrase.Position, word);
        return string.Join(' ', words);
    }

    public static string Check(int position, string word)
    {
        if (!word.Any(char.IsLetterOrDigit)) throw new QuerySyntaxException(position, $"'{word}' holds no letter and no digit.", QueryOperators.RightSpelling(word) is { } spelling ? $"Operators are written so: {spelling}" : null);
        var match = Form().Match(word);
        if (!match.Success) throw new QuerySyntaxException(position, $"'{word}': * and % stand only at the ends of a word, and = only in front.", "Write stem%, stem%3, stem*, *stem or =Exact.");
        if (match.Groups["lead"].Success && match.Groups["stem"].Value.Count(char.IsLetterOrDigit) < MinLettersAfterStar)
        {
            throw new QuerySyntaxException(position, $"'{word}': a leading * needs at least {MinLettersAfterStar} letters.", "Write out more of the word.");
        }

        return word;
    }

    [GeneratedRegex(@"^[=^]?(?<lead>\*)?(?<stem>[^%*=|()]+)(%\d{0,2}|\*)?$")]
    private static partial Regex Form();
}
