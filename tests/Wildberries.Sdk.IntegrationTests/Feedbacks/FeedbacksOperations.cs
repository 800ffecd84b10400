using Wildberries.Sdk.Feedbacks;
using Wildberries.Sdk.Testing;

namespace Wildberries.Sdk.IntegrationTests.Feedbacks;

/// <summary>The operations of the area over the wire, with what they should give.</summary>
internal static class FeedbacksOperations
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <param name="api">The area, of a service token: only that may ask for the rating.</param>
    /// <param name="feedbacks">The reviews.</param>
    public static async Task CallAsync(IFeedbacksApi api, EmulatedFeedbacks feedbacks)
    {
        EmulatedFeedback written = feedbacks.BuyerWrites(new EmulatedFeedback
        {
            NmId = 168902447,
            ImtId = 77,
            Stars = 2,
            Text = "Скол на ручке",
            Pros = "Цвет",
            Cons = "Скол",
            BuyerName = "Алёна",
            Size = "46",
            SizeFit = "bigger",
            OrderStatus = "returned",
            BuyerTags = ["качество"],
            CanRequestReturn = true,
            Photos = [new byte[] { 1 }],
            Video = new byte[] { 2 },
        });

        Assert.Equal("OK", (await api.PingAsync(Cancel)).Status);
        SellerRating rating = await api.GetSellerRatingAsync(Cancel);
        Assert.Equal((1, 2m), (rating.FeedbackCount, rating.Rating));
        UnansweredFeedbacks unanswered = (await api.GetUnansweredCountsAsync(Cancel)).Data!;
        Assert.Equal((1, 1), (unanswered.Count, unanswered.TodayCount));
        Assert.Equal(0, (await api.GetFeedbackCountAsync(true, cancellationToken: Cancel)).Data);

        FeedbackList page = (await api.GetFeedbacksAsync(false, 5000, 0, 168902447, FeedbackSort.OldestFirst, cancellationToken: Cancel)).Data!;
        Assert.Equal((1, 0), (page.UnansweredCount, page.ProcessedCount));
        Feedback feedback = Assert.Single(page.Feedbacks);
        Assert.Equal((written.Id, "Скол на ручке", "Цвет", "Скол", "Алёна"), (feedback.Id, feedback.Text, feedback.Pros, feedback.Cons, feedback.BuyerName));
        Assert.Equal((2, FeedbackState.New, SizeFit.RunsLarge, FeedbackOrderStatus.Returned), (feedback.Rating, feedback.State, feedback.SizeFit, feedback.OrderStatus));
        Assert.Equal((168902447, 77, "46"), (feedback.Product!.NmId, feedback.Product.ImtId, feedback.Product.Size));
        Assert.Equal(written.CreatedAt.ToUnixTimeSeconds(), feedback.CreatedAt!.Value.ToUnixTimeSeconds());
        Assert.Equal(["качество"], feedback.BuyerTags);
        Assert.Null(feedback.Answer);
        using (var client = new HttpClient())
        {
            Assert.Equal([1], await client.GetByteArrayAsync(Assert.Single(feedback.Photos).FullSizeUrl, Cancel));
            Assert.Contains("0.ts", await client.GetStringAsync(feedback.Video!.PlaylistUrl, Cancel), StringComparison.Ordinal);
        }

        Assert.Empty((await api.GetFeedbacksAsync(false, 5000, 5000, cancellationToken: Cancel)).Data!.Feedbacks);
        Assert.Empty((await api.GetArchivedFeedbacksAsync(5000, 0, cancellationToken: Cancel)).Data!.Feedbacks);

        await api.CreateAnswerAsync(new FeedbackAnswerRequest { FeedbackId = feedback.Id, Text = "Сочувствуем!" }, Cancel);
        FeedbackAnswer answer = (await api.GetFeedbackAsync(feedback.Id, Cancel)).Data!.Answer!;
        Assert.Equal(("Сочувствуем!", FeedbackAnswerState.Published, true), (answer.Text, answer.State, answer.IsEditable));
        await api.UpdateAnswerAsync(new FeedbackAnswerRequest { FeedbackId = feedback.Id, Text = "Сочувствуем, заменим!" }, Cancel);
        feedbacks.RejectAnswer(feedback.Id);
        answer = Assert.Single((await api.GetArchivedFeedbacksAsync(5000, 0, cancellationToken: Cancel)).Data!.Feedbacks).Answer!;
        Assert.Equal(("Сочувствуем, заменим!", FeedbackAnswerState.Rejected, false), (answer.Text, answer.State, answer.IsEditable));
        Assert.False((await api.RequestReturnAsync(new FeedbackReturnRequest { FeedbackId = feedback.Id }, Cancel)).Error);
        feedback = (await api.GetFeedbackAsync(feedback.Id, Cancel)).Data!;
        Assert.Equal((FeedbackState.Processed, true, false), (feedback.State, feedback.WasViewed, feedback.CanRequestReturn));
        Assert.NotNull(feedback.ReturnRequestedAt);
    }

    public static async Task CallPinsAsync(IFeedbacksApi api, EmulatedFeedbacks feedbacks)
    {
        feedbacks.TariffPins = new EmulatedPinLimit { PerUnit = 1, Total = 5 };
        EmulatedFeedback first = feedbacks.BuyerWrites(new EmulatedFeedback { NmId = 5, ImtId = 6, Text = "Хорошо" });
        EmulatedFeedback second = feedbacks.BuyerWrites(new EmulatedFeedback { NmId = 5, Text = "Отлично" });
        PinRequest request = new() { Method = PinMethod.Tariff, Place = PinPlace.Card, FeedbackId = first.Id };
        IReadOnlyList<PinResult> results = (await api.CreatePinsAsync([request, request, request with { FeedbackId = second.Id }], Cancel)).Results;
        Assert.Equal([false, true, true], results.Select(result => result.HasErrors));
        Assert.Equal((first.Id, PinPlace.Card, PinMethod.Tariff), (results[0].FeedbackId, results[0].Place, results[0].Method));
        Assert.Equal(PinErrorStatus.AlreadyPinned, Assert.Single(results[1].Errors).Status);
        Assert.Equal(PinErrorStatus.UnitLimitReached, Assert.Single(results[2].Errors).Status);
        long pinId = results[0].PinId!.Value;

        PinLimits limits = (await api.GetPinLimitsAsync(Cancel)).Limits!;
        Assert.Null(limits.Subscription);
        Assert.Equal((1, 5, 1, 4, false), (limits.Tariff!.PerUnit, limits.Tariff.Total, limits.Tariff.Used, limits.Tariff.Remaining, limits.Tariff.IsUnlimited));
        Pin pin = Assert.Single((await api.GetPinsAsync(PinState.Pinned, PinPlace.Card, 6, 5, first.Id, limit: 500, cancellationToken: Cancel)).Pins);
        Assert.Equal((pinId, first.Id, 5, 6, PinState.Pinned), (pin.Id, pin.FeedbackId, pin.NmId, pin.ImtId, pin.State));
        Assert.NotNull(pin.ChangedAt);
        Assert.Equal(1, (await api.GetPinCountAsync(dateFrom: pin.ChangedAt!.Value.AddMinutes(-1), cancellationToken: Cancel)).Count);
        Assert.Equal([pinId], (await api.DeletePinsAsync([pinId, 1], Cancel)).PinIds);

        await api.CreatePinsAsync([request], Cancel);
        feedbacks.TariffPins = null;
        pin = Assert.Single((await api.GetPinsAsync(cancellationToken: Cancel)).Pins);
        Assert.Equal((PinState.Unpinned, UnpinCause.NotPaid), (pin.State, pin.UnpinCause));
    }
}
