namespace Wildberries.Sdk.Orders;

/// <summary>Something that is wrong with a label identifier, told before WB is asked. It does not show the code.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsLabelIdentifiers"/>.</remarks>
public sealed record MarkingProblem
{
    /// <summary>What is wrong.</summary>
    public MarkingFault Fault { get; init; }

    /// <summary>
    /// Whether WB is certain to refuse the code, at once or when it checks it, so that it is not sent. Otherwise it is a warning: WB may know better.
    /// </summary>
    public bool IsCertain { get; init; }

    /// <summary>What is wrong, in a sentence without the code.</summary>
    public string Explanation { get => field ?? ""; init; } = "";

    /// <summary>The sentence.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => Explanation;

    internal static MarkingProblem Certain(MarkingFault fault, string text) => new() { Fault = fault, IsCertain = true, Explanation = text };

    internal static MarkingProblem Doubtful(MarkingFault fault, string text) => new() { Fault = fault, Explanation = text };
}
