// Ends the shared servers after the last test.
[assembly: AssemblyFixture(typeof(TestServers))]
