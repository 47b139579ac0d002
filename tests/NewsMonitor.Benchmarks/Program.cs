using System.CommandLine;
using NewsMonitor.Benchmarks.Matching;

// Figures that anyone can rerun: each command takes the path of its data and writes a dated file to results/.
var root = new RootCommand("NewsMonitor's measurements.")
{
    AgreementCommand.Create(),
    MatchingCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
