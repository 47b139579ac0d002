namespace NewsMonitor.TopicTagging.Text;

/// <summary>Title and body as one sequence of tokens, with sentences and paragraphs. Made by <see cref="Tokenizer"/>, immutable.</summary>
internal sealed class TokenStream(string title, string body, Token[] tokens, char[] folded, Sentence[] sentences, Paragraph[] paragraphs)
{
    public string Title => title;

    public string Body => body;

    public ReadOnlySpan<Token> Tokens => tokens;

    /// <summary>The title is the first, even when it is empty.</summary>
    public ReadOnlySpan<Sentence> Sentences => sentences;

    /// <summary>The title is the first, even when it is empty.</summary>
    public ReadOnlySpan<Paragraph> Paragraphs => paragraphs;

    public ReadOnlySpan<char> Folded(int token) => folded.AsSpan(tokens[token].FoldedStart, tokens[token].FoldedLength);

    /// <summary>The folded letters of a token and of the one after it, which the buffer holds side by side.</summary>
    public ReadOnlySpan<char> FoldedPair(int token) =>
        folded.AsSpan(tokens[token].FoldedStart, tokens[token].FoldedLength + tokens[token + 1].FoldedLength);

    public ReadOnlySpan<char> Stored(int token) => FieldText(tokens[token].Field).AsSpan(tokens[token].Start, tokens[token].Length);

    public string FieldText(TextField field) => field == TextField.Title ? title : body;

    public int ParagraphOf(int token) => tokens[token].Paragraph;

    public int SentenceOf(int token) => tokens[token].Sentence;

    /// <summary>Words between two tokens, 0 when adjacent or in the same word; <see cref="int.MaxValue"/> across fields.</summary>
    public int WordsBetween(int earlier, int later)
    {
        ref readonly var a = ref tokens[earlier];
        ref readonly var b = ref tokens[later];
        return a.Field != b.Field ? int.MaxValue : Math.Max(0, b.Word - a.Word - 1);
    }

    /// <summary>How many sentences <paramref name="later"/> is further on, 0 in the same. An overlong sentence counts as its windows.</summary>
    public int SentencesBetween(int earlier, int later)
    {
        ref readonly var a = ref tokens[earlier];
        ref readonly var b = ref tokens[later];
        ref readonly var sentenceOfA = ref sentences[a.Sentence];
        if (a.Sentence == b.Sentence) return (b.Word - a.Word) / sentenceOfA.Limit;
        ref readonly var sentenceOfB = ref sentences[b.Sentence];
        var next = sentences[a.Sentence + 1].UnitsBefore;
        return (tokens[sentenceOfA.Last].Word - a.Word) / sentenceOfA.Limit
            + (sentenceOfB.UnitsBefore - next) + 1
            + (b.Word - tokens[sentenceOfB.First].Word) / sentenceOfB.Limit;
    }
}
