using System.Text.Json.Serialization;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.BuyerReturns;

/// <summary>A decision about a claim.</summary>
/// <remarks>
/// It is refused before it is sent if it has no comment where WB demands one (<see cref="ClaimAction.RejectWithComment"/>), or one that the buyer would
/// never see: WB takes one with that action and with <see cref="ClaimAction.ApproveShopReturn"/> only. Actions that this version does not know may have one.
/// Source: <see href="https://dev.wildberries.ru/openapi/customer-communication#tag/buyersReturns"/>.
/// </remarks>
public sealed record UpdateClaimRequest : ICheckedRequest
{
    internal const int MinComment = 10;
    internal const int MaxComment = 1_000;

    private static readonly ClaimAction[] WithoutComment =
    [
        ClaimAction.ApproveAfterInspection, ClaimAction.ApproveAndTakeBack, ClaimAction.RefundWithoutReturn, ClaimAction.RejectAsNoDefect,
        ClaimAction.RejectAskingForPhotos, ClaimAction.RejectToServiceCenter, ClaimAction.ConfirmShopReturn,
    ];

    /// <summary>The claim: <see cref="Claim.Id"/>.</summary>
    /// <exception cref="ArgumentException">It is blank.</exception>
    [JsonPropertyName("id")]
    public required string Id { get; init => field = Argument.Text(value, name: nameof(Id)); }

    /// <summary>What is decided: one of <see cref="Claim.Actions"/>.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    [JsonPropertyName("action")]
    public required ClaimAction Action
    {
        get;
        init => field = value.Value.Length > 0
            ? value
            : throw new ArgumentException("It says nothing: take one of the actions that the claim allows.", nameof(Action));
    }

    /// <summary>
    /// What the buyer is told, 10 to 1,000 characters; <see langword="null"/>: nothing. <see cref="ClaimAction.RejectWithComment"/> demands it,
    /// <see cref="ClaimAction.ApproveShopReturn"/> may have it.
    /// </summary>
    /// <exception cref="ArgumentException">It is blank, too short or too long.</exception>
    [JsonPropertyName("comment")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Comment
    {
        get;
        init => field = value is null ? null : Argument.Message(value, MinComment, MaxComment);
    }

    void ICheckedRequest.Check(TimeProvider clock, string name)
    {
        if (Comment is null && Action == ClaimAction.RejectWithComment)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"{Action} has no comment; WB demands one of {MinComment} to {MaxComment:N0} characters."), name);
        }

        if (Comment is not null && WithoutComment.Contains(Action))
        {
            throw new ArgumentException(
                $"{Action} has a comment, which the buyer would not see; WB takes one with {ClaimAction.RejectWithComment} and "
                + $"{ClaimAction.ApproveShopReturn} only.",
                name);
        }
    }

    /// <summary>The claim and the action, without the comment.</summary>
    /// <returns>A text for logs.</returns>
    public override string ToString() => $"UpdateClaimRequest {{ Id = {Id}, Action = {Action} }}";
}
