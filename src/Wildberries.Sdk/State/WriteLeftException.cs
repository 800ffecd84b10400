namespace Wildberries.Sdk.State;

/// <summary>A cancellation that left a write under way: it may still be done.</summary>
/// <param name="token">What was cancelled.</param>
internal sealed class WriteLeftException(CancellationToken token) : OperationCanceledException(token);
