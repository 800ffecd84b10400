using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using Wildberries.Sdk.Benchmarks.Calls;
using Wildberries.Sdk.Benchmarks.Sellers;
using Wildberries.Sdk.Benchmarks.Streaming;

// For example: dotnet run -c Release --project benchmarks/Wildberries.Sdk.Benchmarks -- --filter '*Token*' --job short
// Memory of a long stream, which no benchmark of single calls shows: ... -- stream-memory
if (args is ["stream-memory", .. var rest])
    return await StreamMemory.RunAsync(rest);

// And of many clients: ... -- seller-memory 1000
if (args is ["seller-memory", .. var sellers])
    return await SellerMemory.RunAsync(sellers);

// Small calls on a machine that has other work at the same time: ... -- interleaved-calls 200
if (args is ["interleaved-calls", .. var rounds])
    return await InterleavedCalls.RunAsync(rounds);

// The library is built anew for them, with its analyzers: that takes longer than the two minutes that are the default.
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, ManualConfig.Create(DefaultConfig.Instance).WithBuildTimeout(TimeSpan.FromMinutes(15)));
return 0;
