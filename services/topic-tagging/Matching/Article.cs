using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>An article made ready for matching: cut into tokens once, all terms found once.</summary>
/// <param name="Input">The article.</param>
/// <param name="Stream">Its tokens.</param>
/// <param name="Concepts">The concepts that it names.</param>
/// <param name="Literals">The queries' own words that it holds, by literal.</param>
internal sealed record Article(MatchInput Input, TokenStream Stream, ConceptHits Concepts, IReadOnlyDictionary<int, List<TokenRange>> Literals);
