using NewsMonitor.LanguageDetection.Text;

namespace NewsMonitor.LanguageDetection.Detection;

/// <summary>From the vector of a text to a language: softmax over the languages of its script, then words and the source's word inside a confusable group.</summary>
/// <param name="model">The model.</param>
internal sealed class Resolution(LanguageModel model)
{
    // What a source declares is right far more often than not, and yet boilerplate: it tips the scales, it does not overrule clear words.
    private const float DeclaredEvidence = 2;
    private const float MostEvidence = 8;

    // The corpora of a group differ in subject as much as in language (Serbian is an encyclopedia, Croatian advertises), and the model
    // learns both; the words know the language only.
    private const float Trust = 0.5f;
    private const double MinAlternative = 0.01;

    private readonly Familiarity _familiarity = new(model);
    private readonly float[] _probabilities = new float[model.Languages.ModelLabels];

    /// <summary>Resolves the windows that voted for a label.</summary>
    /// <param name="words">The words of the text.</param>
    /// <param name="votes">The votes of its windows.</param>
    /// <param name="label">A label with votes; of a confusable group its first.</param>
    /// <param name="declared">The labels that the source means, empty without a hint.</param>
    public Verdict Resolve(WordBuffer words, WindowVotes votes, int label, ReadOnlySpan<int> declared)
    {
        var script = model.Languages.ScriptOf(label);
        Softmax(script, votes.SumFor(label), votes.CountFor(label));
        var byModel = Best(script);
        var (best, decision) = (byModel, Decision.Model);
        if (model.Confusable.GroupOf(label) is var group && group != ConfusableLanguages.None)
        {
            Weigh(group, votes.Evidence, [], Trust);
            var byWords = Best(script);
            Weigh(group, [], declared, 1);
            best = Best(script);
            decision = best != byWords ? Decision.Declared : best != byModel ? Decision.Words : Decision.Model;
        }
        var verdict = new Verdict { Language = best, DecidedBy = decision };
        foreach (var other in model.LabelsOf(script))
        {
            if (other != best && other != model.Languages.NoLanguage && _probabilities[other] >= MinAlternative)
                verdict.Alternatives.Add(other, _probabilities[other]);
        }
        verdict.Features = _familiarity.Of(words, votes, label, best, _probabilities[best]);
        verdict.Letters = votes.Letters[label];
        verdict.Confidence = model.Calibration.ConfidenceOf(best, verdict.Features, verdict.Letters);
        return verdict;
    }

    private void Softmax(Script script, ReadOnlySpan<float> sum, int count)
    {
        var highest = float.NegativeInfinity;
        foreach (var label in model.LabelsOf(script))
        {
            _probabilities[label] = model.Classifier.ScoreOf(label, sum) / count;
            highest = Math.Max(highest, _probabilities[label]);
        }
        var total = 0f;
        foreach (var label in model.LabelsOf(script))
            total += _probabilities[label] = MathF.Exp(_probabilities[label] - highest);
        foreach (var label in model.LabelsOf(script))
            _probabilities[label] /= total;
    }

    // Bayes inside the group; its share of the whole stays what the model said.
    private void Weigh(int group, ReadOnlySpan<float> evidence, ReadOnlySpan<int> declared, float trust)
    {
        var (before, after) = (0f, 0f);
        foreach (var member in model.Confusable.Members(group))
        {
            before += _probabilities[member];
            var found = evidence.IsEmpty ? 0 : Math.Min(evidence[member], MostEvidence) + model.Confusable.PriorOf(member);
            if (declared.Contains(member))
                found += DeclaredEvidence;
            after += _probabilities[member] = MathF.Pow(_probabilities[member], trust) * MathF.Exp(found);
        }
        // Nothing of the group is left in a text whose windows together speak for another language.
        if (after <= 0)
            return;
        foreach (var member in model.Confusable.Members(group))
            _probabilities[member] *= before / after;
    }

    private int Best(Script script)
    {
        var best = -1;
        foreach (var label in model.LabelsOf(script))
        {
            if (best < 0 || _probabilities[label] > _probabilities[best])
                best = label;
        }
        return best;
    }
}
