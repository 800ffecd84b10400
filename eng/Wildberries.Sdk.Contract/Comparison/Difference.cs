namespace Wildberries.Sdk.Contract.Comparison;

/// <summary>Something in which the SDK and WB's documents disagree.</summary>
/// <param name="Operation">The operation's name in the SDK.</param>
/// <param name="Where">The part of the operation, for example <c>answer: result[].goodCard.size</c>.</param>
/// <param name="What">What differs.</param>
/// <param name="FromDescription">Whether WB says it only in the text of a description.</param>
internal sealed record Difference(string Operation, string Where, string What, bool FromDescription = false)
{
    public override string ToString() => $"{Operation}: {Where}: {What}";
}
