using NewsMonitor.LanguageDetection.Text;

namespace NewsMonitor.LanguageDetection.Detection;

/// <summary>How much a text resembles what the model has seen of a language.</summary>
/// <param name="model">The model.</param>
internal sealed class Familiarity(LanguageModel model)
{
    /// <summary>Looks at the words of all windows that voted for a label.</summary>
    /// <param name="words">The words.</param>
    /// <param name="votes">The votes.</param>
    /// <param name="label">The label voted for; of a confusable group its first.</param>
    /// <param name="language">The language that was decided.</param>
    /// <param name="probability">Its probability by the model.</param>
    public Features Of(WordBuffer words, WindowVotes votes, int label, int language, double probability)
    {
        var (score, count, ngrams, rarest) = (0f, 0, 0, 0);
        foreach (var window in votes.Windows)
        {
            if (window.Label != label)
                continue;
            foreach (var word in words.Words[window.First..window.End])
            {
                if (word.Script != window.Script)
                    continue;
                var bytes = words.BytesOf(word)[1..^1];
                rarest = Math.Max(rarest, model.Letters.RarestOf(language, bytes, out var characters));
                score += model.Classifier.ScoreOfWord(language, bytes, word.Hash);
                ngrams += model.Classifier.NgramsOf(characters + 2);
                count++;
            }
        }
        var sum = votes.SumFor(label);
        var rows = votes.CountFor(label);
        return new Features(
            Features.OddsOf(probability), model.Classifier.ScoreOf(language, sum) / rows, score / Math.Max(1, count), LengthOf(sum) / rows, (double)rows / Math.Max(1, ngrams), rarest);
    }

    private static double LengthOf(ReadOnlySpan<float> vector)
    {
        var squares = 0f;
        foreach (var value in vector)
            squares += value * value;
        return Math.Sqrt(squares);
    }
}
