using Wildberries.Sdk.Answers;

namespace Wildberries.Sdk.PromoCodes.EntityFrameworkCore.Rows;

/// <summary>One answer to a buyer. With a promo code it is a message that offers the code.</summary>
internal sealed class BuyerAnswerRow
{
    public required string SellerId { get; init; }

    public required string Key { get; init; }

    public required AnswerChannel Channel { get; init; }

    public required string TargetId { get; init; }

    public bool IsEdit { get; init; }

    public Guid? PromoCodeId { get; init; }

    public required string Text { get; init; }

    public string? Intent { get; init; }

    public Sentiment? Sentiment { get; init; }

    public bool IsSuggested { get; init; }

    public string? ApprovedBy { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public AnswerState State { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public string? EventId { get; set; }

    public string? Failure { get; set; }

    public static BuyerAnswerRow From(BuyerAnswer answer)
    {
        var send = answer as PromoCodeSend;
        return new BuyerAnswerRow
        {
            SellerId = answer.SellerId,
            Key = answer.Key,
            Channel = answer.Channel,
            TargetId = answer.TargetId,
            IsEdit = answer.IsEdit,
            PromoCodeId = send?.PromoCodeId,
            Text = answer.Text,
            Intent = send?.Intent?.Value,
            Sentiment = send?.Sentiment,
            IsSuggested = send?.IsSuggested ?? false,
            ApprovedBy = answer.ApprovedBy,
            StartedAt = answer.StartedAt,
            State = answer.State,
        };
    }

    public void Take(BuyerAnswer answer)
    {
        State = answer.State;
        SentAt = answer.SentAt;
        EventId = answer.EventId;
        Failure = answer.Failure;
    }

    public BuyerAnswer ToAnswer() => PromoCodeId is { } promoCodeId
        ? new PromoCodeSend
        {
            SellerId = SellerId,
            Key = Key,
            Channel = Channel,
            PromoCodeId = promoCodeId,
            TargetId = TargetId,
            Text = Text,
            Intent = Intent is null ? null : ChatIntent.From(Intent),
            Sentiment = Sentiment,
            IsSuggested = IsSuggested,
            ApprovedBy = ApprovedBy,
            StartedAt = StartedAt,
            State = State,
            SentAt = SentAt,
            EventId = EventId,
            Failure = Failure,
        }
        : new BuyerAnswer
        {
            SellerId = SellerId,
            Key = Key,
            Channel = Channel,
            TargetId = TargetId,
            IsEdit = IsEdit,
            Text = Text,
            ApprovedBy = ApprovedBy,
            StartedAt = StartedAt,
            State = State,
            SentAt = SentAt,
            EventId = EventId,
            Failure = Failure,
        };
}
