namespace NewsMonitor.TopicTagging.Text;

/// <summary>One unit of text: a word of a spaced script, a character of any other.</summary>
/// <param name="FoldedStart">Where its folded letters begin in the stream's buffer.</param>
/// <param name="FoldedLength">How many folded letters it has.</param>
/// <param name="Start">Offset into the field as stored, in UTF-16 code units.</param>
/// <param name="Length">Length in the field as stored.</param>
/// <param name="Word">Ordinal of the word, for distances; the syllables of one Korean word share it.</param>
/// <param name="Sentence">Ordinal of the sentence; the title is 0.</param>
/// <param name="Paragraph">Ordinal of the paragraph; the title is 0.</param>
/// <param name="Field">Title or body.</param>
/// <param name="Traits">See <see cref="TokenTraits"/>.</param>
internal readonly record struct Token(
    int FoldedStart,
    int FoldedLength,
    int Start,
    int Length,
    int Word,
    int Sentence,
    int Paragraph,
    TextField Field,
    TokenTraits Traits)
{
    public bool Has(TokenTraits trait) => (Traits & trait) != 0;
}
