using Wildberries.Sdk;
using Wildberries.Sdk.Answers;
using Wildberries.Sdk.BuyerReturns;
using Wildberries.Sdk.Feedbacks;
using Wildberries.Sdk.Questions;
using Wildberries.Sdk.State;
using Wildberries.Sdk.Testing;

/// <summary>Every operation on reviews, pinned reviews, questions, and buyers' claims for return.</summary>
internal static class ReviewChecks
{
    /// <param name="wb">The seller.</param>
    /// <param name="service">The seller with a service token: only that may ask for the rating.</param>
    /// <param name="emulator">The emulator that both call.</param>
    /// <param name="check">Makes a check of a name.</param>
    public static async Task CallAsync(
        IWildberriesClient wb, IWildberriesClient service, WildberriesEmulator emulator, Func<string, Func<Task<bool>>, Task> check)
    {
        await check("feedbacks: rating", async () => await service.Feedbacks.GetSellerRatingAsync() is { FeedbackCount: > 0, Rating: > 0 });
        await FeedbacksAsync(wb.Feedbacks, emulator.Feedbacks, check);
        await PinsAsync(wb.Feedbacks, emulator.Feedbacks, check);
        await QuestionsAsync(wb.Questions, emulator.Questions, check);
        await StreamsAsync(wb, emulator, check);
        await ClaimsAsync(wb.BuyerReturns, emulator.BuyerReturns, check);
        await ClaimHelpersAsync(wb.BuyerReturns, emulator.BuyerReturns, check);
    }

    private static async Task FeedbacksAsync(IFeedbacksApi api, EmulatedFeedbacks feedbacks, Func<string, Func<Task<bool>>, Task> check)
    {
        string id = feedbacks.BuyerWrites(new EmulatedFeedback
        {
            NmId = 900000001,
            Stars = 2,
            Text = "Скол на ручке",
            SizeFit = "bigger",
            OrderStatus = "returned",
            BuyerTags = ["качество"],
            CanRequestReturn = true,
            Photos = [new byte[] { 1 }],
            Video = new byte[] { 2 },
        }).Id;
        await check("feedbacks: ping", async () => (await api.PingAsync()).Status == "OK");
        await check("feedbacks: unanswered", async () => (await api.GetUnansweredCountsAsync()).Data is { Count: > 0 });
        await check("feedbacks: count", async () => (await api.GetFeedbackCountAsync(false)).Data > 0);
        await check("feedbacks: list", async () =>
        {
            FeedbackList page = (await api.GetFeedbacksAsync(false, 5000, 0, 900000001, FeedbackSort.OldestFirst)).Data!;
            return page.Feedbacks.Count == 1 && page.Feedbacks[0] is { Rating: 2, Photos.Count: 1, Video: not null, BuyerTags.Count: 1 } feedback
                && feedback.Id == id && feedback.SizeFit == SizeFit.RunsLarge && feedback.OrderStatus == FeedbackOrderStatus.Returned;
        });
        await check("feedbacks: answer", async () =>
        {
            await api.CreateAnswerAsync(new FeedbackAnswerRequest { FeedbackId = id, Text = "Сочувствуем!" });
            return (await api.GetFeedbackAsync(id)).Data?.Answer?.Text == "Сочувствуем!";
        });
        await check("feedbacks: another answer", async () =>
        {
            await api.UpdateAnswerAsync(new FeedbackAnswerRequest { FeedbackId = id, Text = "Сочувствуем, заменим!" });
            return feedbacks.Find(id)!.Answer == "Сочувствуем, заменим!";
        });
        await check("feedbacks: archive", async () =>
            (await api.GetArchivedFeedbacksAsync(5000, 0)).Data!.Feedbacks.Any(feedback => feedback.Id == id && feedback.State == FeedbackState.Processed));
        await check("feedbacks: return", async () =>
            !(await api.RequestReturnAsync(new FeedbackReturnRequest { FeedbackId = id })).Error && feedbacks.Find(id)!.ReturnRequestedAt is not null);
    }

    private static async Task PinsAsync(IFeedbacksApi api, EmulatedFeedbacks feedbacks, Func<string, Func<Task<bool>>, Task> check)
    {
        feedbacks.TariffPins = new EmulatedPinLimit { PerUnit = 1 };
        string id = feedbacks.BuyerWrites(new EmulatedFeedback { NmId = 900000002, Text = "Хорошо" }).Id;
        var request = new PinRequest { Method = PinMethod.Tariff, Place = PinPlace.Card, FeedbackId = id };
        long pinId = 0;
        await check("pins: create", async () =>
        {
            IReadOnlyList<PinResult> results = (await api.CreatePinsAsync([request, request])).Results;
            pinId = results[0].PinId ?? 0;
            return pinId > 0 && results[1].Errors[0].Status == PinErrorStatus.AlreadyPinned;
        });
        await check("pins: limits", async () => (await api.GetPinLimitsAsync()).Limits?.Tariff is { PerUnit: 1, Used: > 0 });
        await check("pins: list", async () =>
            (await api.GetPinsAsync(PinState.Pinned, PinPlace.Card, feedbackId: id, limit: 500)).Pins.Single().Id == pinId);
        await check("pins: count", async () => (await api.GetPinCountAsync(feedbackId: id)).Count == 1);
        await check("pins: delete", async () => (await api.DeletePinsAsync([pinId])).PinIds.Single() == pinId);
    }

    private static async Task QuestionsAsync(IQuestionsApi api, EmulatedQuestions questions, Func<string, Func<Task<bool>>, Task> check)
    {
        string id = questions.BuyerAsks(new EmulatedQuestion { NmId = 900000003, Text = "Можно стирать?" }).Id;
        await check("questions: unviewed", async () => (await api.GetUnviewedAsync()).Data is { HasQuestions: true });
        await check("questions: unanswered", async () => (await api.GetUnansweredCountsAsync()).Data is { Count: > 0 });
        await check("questions: list", async () =>
            (await api.GetQuestionsAsync(false, 10_000, 0, 900000003, QuestionSort.NewestFirst)).Data!.Questions.Single().Id == id);
        await check("questions: view", async () =>
            !(await api.UpdateQuestionAsync(new UpdateQuestionRequest { QuestionId = id, WasViewed = true })).Error && questions.Find(id)!.WasViewed);
        await check("questions: answer", async () =>
        {
            var answer = new UpdateQuestionRequest { QuestionId = id, Answer = new QuestionAnswerText { Text = "Да, при 30°" }, State = QuestionState.Answered };
            return !(await api.UpdateQuestionAsync(answer)).Error;
        });
        await check("questions: one", async () => (await api.GetQuestionAsync(id)).Data?.Answer?.Text == "Да, при 30°");
        await check("questions: count", async () => (await api.GetQuestionCountAsync(isAnswered: true)).Data > 0);
    }

    private static async Task StreamsAsync(IWildberriesClient wb, WildberriesEmulator emulator, Func<string, Func<Task<bool>>, Task> check)
    {
        string feedbackId = emulator.Feedbacks.BuyerWrites(new EmulatedFeedback { NmId = 900000005, Text = "Хорошо" }).Id;
        string questionId = emulator.Questions.BuyerAsks(new EmulatedQuestion { NmId = 900000005, Text = "Он колется?" }).Id;
        var store = new InMemoryStateStore();
        var once = new UnansweredStreamOptions { StopAtEnd = true };
        await check("feedbacks: those that wait, once", async () =>
            await HasAsync(wb.Feedbacks.StreamUnansweredAsync(store, "seller", once), feedback => feedback.Id == feedbackId)
            && !await HasAsync(wb.Feedbacks.StreamUnansweredAsync(store, "seller", once), _ => true));
        await check("questions: those that wait, once", async () =>
            await HasAsync(wb.Questions.StreamUnansweredAsync(store, "seller", once), question => question.Id == questionId)
            && !await HasAsync(wb.Questions.StreamUnansweredAsync(store, "seller", once), _ => true));
        await check("feedbacks: pinned and unpinned with what became of each", async () =>
        {
            PinChangeResult pinned = await wb.Feedbacks.PinAsync([new PinRequest { Method = PinMethod.Tariff, Place = PinPlace.Card, FeedbackId = feedbackId }]);
            return pinned.IsDone && (await wb.Feedbacks.UnpinAsync([pinned.Rows[0].PinId!.Value])).IsDone;
        });
    }

    // To the end, so that what was given is saved.
    private static async Task<bool> HasAsync<T>(IAsyncEnumerable<T> rows, Func<T, bool> isIt)
    {
        bool isThere = false;
        await foreach (T row in rows)
            isThere |= isIt(row);
        return isThere;
    }

    private static async Task ClaimsAsync(IBuyerReturnsApi api, EmulatedClaims claims, Func<string, Func<Task<bool>>, Task> check)
    {
        string id = claims.BuyerClaims(new EmulatedClaim { NmId = 900000004, Text = "Скол на ручке", Price = 690.5m, Photos = [new byte[] { 1 }] }).Id;
        await check("claims: ping", async () => (await api.PingAsync()).Status == "OK");
        await check("claims: list", async () =>
        {
            Claim claim = (await api.GetClaimsAsync(false, nmId: 900000004, limit: 200)).Claims.Single();
            return claim.Id == id && claim.Price == 690.5m && claim.Status == ClaimStatus.UnderReview;
        });
        await check("claims: decide", async () =>
        {
            await api.UpdateClaimAsync(new UpdateClaimRequest { Id = id, Action = ClaimAction.RejectWithComment, Comment = "На фото другой товар" });
            return (await api.GetClaimsAsync(true, id)).Claims.Single().Status == ClaimStatus.Rejected;
        });
    }

    private static async Task ClaimHelpersAsync(IBuyerReturnsApi api, EmulatedClaims claims, Func<string, Func<Task<bool>>, Task> check)
    {
        string id = claims.BuyerClaims(new EmulatedClaim { NmId = 900000005, Text = "Скол на ручке", Photos = [new byte[] { 1, 2, 3 }] }).Id;
        Claim claim = new();
        await check("claims: all", async () =>
        {
            await foreach (Claim one in api.StreamClaimsAsync(nmId: 900000005))
                claim = one;
            return claim.Id == id;
        });
        await check("claims: a photo", async () =>
        {
            using var file = new MemoryStream();
            return (await api.DownloadMediaAsync(claim.Photos[0], file)).ContentType == "image/webp" && file.Length == 3;
        });
        await check("claims: new ones", async () =>
        {
            var store = new InMemoryStateStore();
            var once = new ClaimChangeStreamOptions { StopAtEnd = true };
            int given = 0;
            await foreach (Claim _ in api.StreamClaimChangesAsync(store, "seller", once))
                given++;
            await foreach (Claim _ in api.StreamClaimChangesAsync(store, "seller", once))
                return false;
            return given > 0;
        });
        await check("claims: one decision", async () =>
            (await api.DecideAsync(claim, ClaimAction.RefundWithoutReturn)).Outcome == ClaimDecisionOutcome.Decided
            && (await api.DecideAsync(claim, ClaimAction.RefundWithoutReturn)).Outcome == ClaimDecisionOutcome.AlreadyDecided);
    }
}
