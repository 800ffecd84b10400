namespace Wildberries.Sdk.IntegrationTests;

/// <summary>Tests that measure time, or listen to what the whole process reports: one at a time, with nothing beside them.</summary>
[CollectionDefinition(nameof(RealTime), DisableParallelization = true)]
public sealed class RealTime;
