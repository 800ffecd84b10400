namespace Wildberries.Sdk.Redis.Tests;

/// <summary>Tests that measure time, or kill servers: one at a time, with nothing beside them.</summary>
[CollectionDefinition(nameof(RealTime), DisableParallelization = true)]
public sealed class RealTime;
