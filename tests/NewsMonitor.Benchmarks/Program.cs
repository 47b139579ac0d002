using System.CommandLine;

// Figures that anyone can rerun: each command takes the path of its data and writes a dated file to results/.
var root = new RootCommand("NewsMonitor's measurements.")
{
};
return await root.Parse(args).InvokeAsync();
