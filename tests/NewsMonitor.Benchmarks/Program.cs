using System.CommandLine;
using NewsMonitor.Benchmarks.LanguageDetection;

// Figures that anyone can rerun: each command takes the path of its data and writes a dated file to results/.
var root = new RootCommand("NewsMonitor's measurements.")
{
    CorpusCommand.Create(),
    CalibrateCommand.Create(),
    GoldenCommand.Create(),
    LangidCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
