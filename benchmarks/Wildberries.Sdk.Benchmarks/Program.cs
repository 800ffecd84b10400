using BenchmarkDotNet.Running;

// For example: dotnet run -c Release --project benchmarks/Wildberries.Sdk.Benchmarks -- --filter '*Token*' --job short
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
