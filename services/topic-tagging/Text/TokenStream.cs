namespace NewsMonitor.TopicTagging.Text;

/// <summary>
/// Title and body as one sequence of tokens, with sentences and paragraphs. Made by <see cref="Tokenizer"/>; immutable unless its builder is
/// used for another article.
/// </summary>
internal sealed class TokenStream
{
    private Token[] _tokens = [];
    private char[] _folded = [];
    private uint[] _hashes = [];
    private uint[] _wordHashes = [];
    private Sentence[] _sentences = [];
    private Paragraph[] _paragraphs = [];
    private int _tokenCount;
    private int _sentenceCount;
    private int _paragraphCount;

    public string Title { get; private set; } = "";

    public string Body { get; private set; } = "";

    public ReadOnlySpan<Token> Tokens => _tokens.AsSpan(0, _tokenCount);

    /// <summary>The title is the first, even when it is empty.</summary>
    public ReadOnlySpan<Sentence> Sentences => _sentences.AsSpan(0, _sentenceCount);

    /// <summary>The title is the first, even when it is empty.</summary>
    public ReadOnlySpan<Paragraph> Paragraphs => _paragraphs.AsSpan(0, _paragraphCount);

    public ReadOnlySpan<char> Folded(int token) => _folded.AsSpan(_tokens[token].FoldedStart, _tokens[token].FoldedLength);

    /// <summary>The rolling hashes of a token: the one at index k is that of its first k + 1 folded letters.</summary>
    public ReadOnlySpan<uint> Hashes(in Token token) => _hashes.AsSpan(token.FoldedStart, token.FoldedLength);

    /// <summary>The hash of each token's folded letters.</summary>
    public ReadOnlySpan<uint> WordHashes => _wordHashes.AsSpan(0, _tokenCount);

    /// <summary>The folded letters of a token and of the one after it, which the buffer holds side by side.</summary>
    public ReadOnlySpan<char> FoldedPair(int token) =>
        _folded.AsSpan(_tokens[token].FoldedStart, _tokens[token].FoldedLength + _tokens[token + 1].FoldedLength);

    public ReadOnlySpan<char> Stored(int token) => FieldText(_tokens[token].Field).AsSpan(_tokens[token].Start, _tokens[token].Length);

    public string FieldText(TextField field) => field == TextField.Title ? Title : Body;

    public int ParagraphOf(int token) => _tokens[token].Paragraph;

    public int SentenceOf(int token) => _tokens[token].Sentence;

    /// <summary>Words between two tokens, 0 when adjacent or in the same word; <see cref="int.MaxValue"/> across fields.</summary>
    public int WordsBetween(int earlier, int later)
    {
        ref readonly var a = ref _tokens[earlier];
        ref readonly var b = ref _tokens[later];
        return a.Field != b.Field ? int.MaxValue : Math.Max(0, b.Word - a.Word - 1);
    }

    /// <summary>How many paragraphs <paramref name="later"/> is further on.</summary>
    public int ParagraphsBetween(int earlier, int later) => _tokens[later].Paragraph - _tokens[earlier].Paragraph;

    /// <summary>How many sentences <paramref name="later"/> is further on, 0 in the same. An overlong sentence counts as its windows.</summary>
    public int SentencesBetween(int earlier, int later)
    {
        ref readonly var a = ref _tokens[earlier];
        ref readonly var b = ref _tokens[later];
        ref readonly var sentenceOfA = ref _sentences[a.Sentence];
        if (a.Sentence == b.Sentence) return (b.Word - a.Word) / sentenceOfA.Limit;
        ref readonly var sentenceOfB = ref _sentences[b.Sentence];
        var next = _sentences[a.Sentence + 1].UnitsBefore;
        return (_tokens[sentenceOfA.Last].Word - a.Word) / sentenceOfA.Limit
            + (sentenceOfB.UnitsBefore - next) + 1
            + (b.Word - _tokens[sentenceOfB.First].Word) / sentenceOfB.Limit;
    }

    /// <summary>Takes over what a builder collected.</summary>
    internal void Set(
        (string Title, string Body) article, (Token[] Items, int Count) tokens, char[] folded, uint[] hashes, uint[] wordHashes, (Sentence[] Items, int Count) sentences, (Paragraph[] Items, int Count) paragraphs)
    {
        (Title, Body) = article;
        (_tokens, _tokenCount) = tokens;
        (_folded, _hashes, _wordHashes) = (folded, hashes, wordHashes);
        (_sentences, _sentenceCount) = sentences;
        (_paragraphs, _paragraphCount) = paragraphs;
    }
}
