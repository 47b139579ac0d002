using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Recognises articles that are a list of unrelated items: news in brief, agendas, live tickers.</summary>
internal static class Roundup
{
    /// <summary>A few bullets are a summary of one matter; so many are a list.</summary>
    public const int MinItems = 4;

    /// <summary>The paragraphs that are items of a roundup; empty when the article is none.</summary>
    public static HashSet<int> Items(TokenStream stream)
    {
        var items = new HashSet<int>();
        for (var i = 1; i < stream.Paragraphs.Length; i++)
        {
            if (stream.Paragraphs[i].Count > 0 && BeginsItem(stream, stream.Paragraphs[i].First)) items.Add(i);
        }

        if (items.Count < MinItems || items.Count * 2 < stream.Paragraphs.Length - 1) items.Clear();
        return items;
    }

    private static bool BeginsItem(TokenStream stream, int first)
    {
        var token = stream.Tokens[first];
        var before = stream.Body.AsSpan(0, token.Start);
        var line = before[(before.LastIndexOf('\n') + 1)..].Trim();
        if (line is ['•' or '●' or '▪' or '■' or '◆' or '*' or '-' or '–' or '·' or '►' or '▶', ..]) return true;
        // 09:15 and 9.15 open the items of a ticker, 1. and 2) those of a list.
        var after = stream.Body.AsSpan(token.Start + token.Length);
        return token.Has(TokenTraits.Number) && token.Length <= 5
            && (after is ['.' or ')', ' ', ..] || (after is [':', var digit, ..] && char.IsDigit(digit)) || stream.Stored(first).Contains('.'));
    }
}
