namespace Wildberries.Sdk.Tests.FbsSupplies;

/// <summary>Nothing of the process goes on: no code of the SDK may catch it.</summary>
internal sealed class ProcessKilledException(string call) : Exception($"The process was killed at {call}.");
