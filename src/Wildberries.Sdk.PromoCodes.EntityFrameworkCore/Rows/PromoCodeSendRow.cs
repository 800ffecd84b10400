namespace Wildberries.Sdk.PromoCodes.EntityFrameworkCore.Rows;

/// <summary>One message with a promo code.</summary>
internal sealed class PromoCodeSendRow
{
    public required string SellerId { get; init; }

    public required string Key { get; init; }

    public required Guid PromoCodeId { get; init; }

    public required string ChatId { get; init; }

    public required string Text { get; init; }

    public string? Intent { get; init; }

    public Sentiment? Sentiment { get; init; }

    public bool IsSuggested { get; init; }

    public string? ApprovedBy { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public PromoCodeSendState State { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public string? EventId { get; set; }

    public string? Failure { get; set; }

    public static PromoCodeSendRow From(PromoCodeSend send) => new()
    {
        SellerId = send.SellerId,
        Key = send.Key,
        PromoCodeId = send.PromoCodeId,
        ChatId = send.ChatId,
        Text = send.Text,
        Intent = send.Intent?.Value,
        Sentiment = send.Sentiment,
        IsSuggested = send.IsSuggested,
        ApprovedBy = send.ApprovedBy,
        StartedAt = send.StartedAt,
        State = send.State,
    };

    public void Take(PromoCodeSend send)
    {
        State = send.State;
        SentAt = send.SentAt;
        EventId = send.EventId;
        Failure = send.Failure;
    }

    public PromoCodeSend ToSend() => new()
    {
        SellerId = SellerId,
        Key = Key,
        PromoCodeId = PromoCodeId,
        ChatId = ChatId,
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
    };
}
