using System.Net.ServerSentEvents;
using Microsoft.AspNetCore.Http.HttpResults;
using Wildberries.Sdk.Answers;
using Wildberries.Sdk.BuyerChat;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.PromoCodes;

namespace ChatDesk;

/// <summary>Chats, what to offer in them, and sending.</summary>
internal static class ChatEndpoints
{
    public static void MapChats(this IEndpointRouteBuilder app)
    {
        RouteGroupBuilder chats = app.MapGroup("/api/chats").WithTags("Chats");
        chats.MapGet("/", (Desk desk, string? search) => desk.List(search))
            .WithSummary("The chats of the last ten days, the newest first; all, or those with a part of a buyer's name, a message or a product");
        chats.MapGet("/{id}/messages", Messages).WithSummary("The messages of a chat, the oldest first");
        chats.MapGet("/{id}/promo-suggestion", SuggestAsync).WithSummary("Which promo code to offer in a chat, and why; or why none");
        chats.MapGet("/{id}/files/{fileId}", OpenPhotoAsync).WithSummary("A photo of a message");
        chats.MapPost("/{id}/messages", SendAsync).WithSummary("Answers a buyer, with or without a promo code");
        app.MapGet("/api/events", (Desk desk, CancellationToken cancellationToken) =>
            TypedResults.ServerSentEvents(Named(desk.ListenAsync(cancellationToken)))).WithTags("Chats").WithSummary("What is new in chats, reviews and questions, as it comes");
    }

    private static Results<Ok<IReadOnlyList<DeskMessage>>, ProblemHttpResult> Messages(string id, Desk desk, HttpRequest request) =>
        desk.Messages(id) is { } messages ? TypedResults.Ok(messages) : request.Because(404, "unknown_chat");

    // Only what stands in this chat, and only images: whatever else a buyer sends must not run in the desk's name.
    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> OpenPhotoAsync(
        string id, string fileId, Desk desk, ChatFileDownloader downloader, HttpContext context, CancellationToken cancellationToken)
    {
        HttpRequest request = context.Request;
        if (desk.Messages(id)?.Any(message => message.Files.Any(file => file.Id == fileId)) != true)
            return request.Because(404, "unknown_file");
        try
        {
            ChatDownload photo = await downloader.DownloadAsync(fileId, cancellationToken);
            context.Response.RegisterForDisposeAsync(photo);
            if (photo.ContentType is not ("image/jpeg" or "image/png"))
                return request.Because(415, "file_not_an_image");
            context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
            context.Response.Headers.CacheControl = "private, max-age=600";
            return TypedResults.Stream(photo.Content, photo.ContentType);
        }
        catch (WildberriesTimeoutException exception) when (exception.Delivery == Delivery.Answered)
        {
            return request.Because(503, "file_in_moderation");
        }
        catch (WildberriesUnavailableForLegalReasonsException)
        {
            return request.Because(451, "file_refused");
        }
        catch (WildberriesApiException exception)
        {
            return request.Because(exception);
        }
    }

    private static async Task<Results<Ok<Suggestion>, ProblemHttpResult>> SuggestAsync(
        string id,
        HttpRequest request,
        Desk desk,
        DeskSettings settings,
        IPromoCodeStore store,
        IChatClassifier classifier,
        PromoMessageComposer composer,
        ProductPrices prices,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (desk.Find(id) is not { } chat)
            return request.Because(404, "unknown_chat");
        string text = desk.WhatTheBuyerWants(id);
        if (text.Length == 0)
            return TypedResults.Ok(new Suggestion());

        ChatClassification wants = await classifier.ClassifyAsync(text, cancellationToken);
        var suggestion = new Suggestion { Intent = wants.Intent.Value, Sentiment = wants.Sentiment };
        if (chat.LastBuyerMessageAt is { } last && !ReplyWindow.IsOpen(last, time))
            return TypedResults.Ok(suggestion with { Reason = "WindowClosed" });

        IReadOnlyList<PromoCode> codes = await store.ListAsync(settings.SellerId, cancellationToken: cancellationToken);
        IReadOnlyList<BuyerAnswer> sends = await store.ListAnswersAsync(
            new AnswerQuery { SellerId = settings.SellerId, TargetId = id }, cancellationToken);
        var advisor = new PromoAdvisor(new PromoCodePortfolio(settings.SellerId, codes, timeProvider: time));
        var context = new ChatContext
        {
            Intent = wants.Intent,
            Sentiment = wants.Sentiment,
            NmId = chat.NmId,
            Price = await prices.FindAsync(chat.NmId, cancellationToken),
            Costs = settings.Costs,
            Offers =
            [
                .. sends.OfType<PromoCodeSend>().Where(send => send.State != AnswerState.Failed)
                    .Select(send => new PromoOffer { PromoCodeId = send.PromoCodeId, OfferedAt = send.SentAt ?? send.StartedAt }),
            ],
        };
        if (advisor.Advise(context) is not { } advice)
        {
            PromoAdviceOutcome[] outcomes = [.. advisor.Explain(context).Select(verdict => verdict.Outcome)];
            string reason = outcomes.Contains(PromoAdviceOutcome.OfferedLately) ? "RecentlyOffered"
                : outcomes.Length > 0 && outcomes.All(outcome => outcome == PromoAdviceOutcome.NoRule) ? "NoRule"
                : outcomes.Contains(PromoAdviceOutcome.PriceUnknown) ? "PriceUnknown"
                : "NoSuitableCode";
            return TypedResults.Ok(suggestion with { Reason = reason });
        }

        // The buyer's language, not the operator's.
        PromoLanguage language = text.Any(letter => letter is >= 'А' and <= 'я') ? PromoLanguage.Russian : PromoLanguage.English;
        return TypedResults.Ok(suggestion with
        {
            Code = new SuggestedCode(advice.Code.Id, advice.Code.Code, advice.Code.Percent, advice.Code.LastDay),
            Text = composer.Compose(advice.Code, advice.Purpose, language: language),
            Reason = advice.Purpose.ToString(),
        });
    }

    private static async Task<Results<Ok<Sent>, ProblemHttpResult>> SendAsync(
        string id,
        HttpRequest request,
        NewMessage message,
        Desk desk,
        DeskSettings settings,
        ChatMessenger messenger,
        AnswerSender answers,
        PromoCodeSender sender,
        IPromoCodeStore store,
        CancellationToken cancellationToken)
    {
        if (desk.Find(id) is not { } chat)
            return request.Because(404, "unknown_chat");

        // A page that is closed must not leave a message of which nobody knows whether it was sent: from here on the request cannot be cancelled.
        try
        {
            string key = message.Key ?? throw new ArgumentException("A message needs a key.", nameof(message));
            AnswerResult result;
            if (message.PromoCodeId is { } codeId)
            {
                if (await store.FindAsync(codeId, cancellationToken) is not { } code || code.SellerId != settings.SellerId)
                    return request.Because(404, AnswerRefusal.UnknownCode);
                result = await sender.SendAsync(
                    new PromoCodeSendRequest
                    {
                        Key = key,
                        ChatId = id,
                        Code = code,
                        Text = message.Text,
                        LastBuyerMessageAt = chat.LastBuyerMessageAt,
                        Intent = message.Intent is { Length: > 0 } intent ? ChatIntent.From(intent) : null,
                        Sentiment = message.Sentiment,
                        IsSuggested = true,
                        ApprovedBy = settings.Operator,
                    },
                    CancellationToken.None);
            }
            else if (desk.FindLastBuyerMessage(id) is { } last)
            {
                result = await answers.ApprovedBy(settings.Operator).AnswerAsync(last, message.Text, key, CancellationToken.None);
            }
            else
            {
                // A chat in which only the shop has written so far: there is no message to answer.
                await messenger.SendAsync(id, message.Text, cancellationToken: CancellationToken.None);
                return TypedResults.Ok(new Sent(Unknown: false));
            }

            return result.Outcome switch
            {
                AnswerOutcome.Sent => TypedResults.Ok(new Sent(Unknown: false)),
                AnswerOutcome.Unknown => TypedResults.Ok(new Sent(Unknown: true)),
                AnswerOutcome.Refused => request.Because(409, result.Refusal!.Value),
                _ => request.Because(result.Error),
            };
        }
        catch (ArgumentException)
        {
            return request.Because(400, "message_invalid");
        }
        catch (WildberriesApiException exception) when (exception.Delivery is Delivery.Unknown or Delivery.Answered)
        {
            // It may have arrived: whoever is told that it failed would send it again.
            return TypedResults.Ok(new Sent(Unknown: true));
        }
        catch (WildberriesApiException exception)
        {
            return request.Because(exception);
        }
    }

    private static async IAsyncEnumerable<SseItem<DeskNews>> Named(IAsyncEnumerable<DeskNews> news)
    {
        // Something at once, so that the page knows that the line is open.
        yield return new SseItem<DeskNews>(DeskNews.Everything, "open");
        await foreach (DeskNews one in news)
            yield return new SseItem<DeskNews>(one, "news");
    }
}

internal sealed record NewMessage(string Text, string? Key, Guid? PromoCodeId, string? Intent, Sentiment? Sentiment);

internal sealed record Sent(bool Unknown);

internal sealed record SuggestedCode(Guid Id, string Text, decimal Percent, DateOnly LastDay);

internal sealed record Suggestion
{
    public string? Intent { get; init; }

    public Sentiment? Sentiment { get; init; }

    public SuggestedCode? Code { get; init; }

    public string? Text { get; init; }

    /// <summary>The purpose of the code, or why there is none.</summary>
    public string? Reason { get; init; }
}
