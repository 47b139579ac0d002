using System.CommandLine;
using NewsMonitor.Benchmarks.LanguageDetection;
using NewsMonitor.Benchmarks.Lexicon;
using NewsMonitor.Benchmarks.Matching;

// Figures that anyone can rerun: each command takes the path of its data and writes a dated file to results/.
var root = new RootCommand("NewsMonitor's measurements.")
{
    AgreementCommand.Create(),
    MatchingCommand.Create(),
    CorpusCommand.Create(),
    LettersCommand.Create(),
    CalibrateCommand.Create(),
    GoldenCommand.Create(),
    LangidCommand.Create(),
    Sib200Command.Create(),
    LexiconLintCommand.Create(),
    LexiconLoadCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
