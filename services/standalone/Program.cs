using NewsMonitor.Standalone.Commands;

return await CommandLine.RunAsync(args);
