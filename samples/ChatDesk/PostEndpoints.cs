using Microsoft.AspNetCore.Http.HttpResults;
using Wildberries.Sdk.Answers;
using Wildberries.Sdk.Errors;

namespace ChatDesk;

/// <summary>Reviews and questions: reading, drafting, answering once, editing once.</summary>
internal static class PostEndpoints
{
    public static void MapPosts(this IEndpointRouteBuilder app)
    {
        app.MapPosts("reviews", "Reviews", AnswerChannel.Feedback);
        app.MapPosts("questions", "Questions", AnswerChannel.Question);
        app.MapGet("/api/reviews/{id}/photos/{number:int}", OpenPhotoAsync).WithTags("Reviews").WithSummary("A photo of a review, from 0; small, if asked for");
    }

    private static void MapPosts(this IEndpointRouteBuilder app, string path, string name, AnswerChannel channel)
    {
        RouteGroupBuilder posts = app.MapGroup($"/api/{path}").WithTags(name);
        posts.MapGet("/", (PostBoard board, HttpRequest request, string? search) => List(channel, board, request, search))
            .WithSummary("All that wait for an answer and the newest of the others, or those with a part of a name, a text or a product");
        posts.MapGet("/{id}", (string id, PostBoard board, HttpRequest request) => Get(channel, id, board, request))
            .WithSummary("One, with its answer and what has become of it");
        posts.MapGet("/{id}/draft", (string id, PostBoard board, IAnswerDrafter drafter, HttpRequest request, CancellationToken cancellationToken) =>
            DraftAsync(channel, id, board, drafter, request, cancellationToken)).WithSummary("A draft of the answer; nothing is sent");
        posts.MapPost("/{id}/answer", (string id, NewAnswer answer, PostAnswers answers, IAnswerStore ledger, DeskSettings settings, HttpRequest request, CancellationToken cancellationToken) =>
            AnswerAsync(channel, id, answer, isEdit: false, answers, ledger, settings, request, cancellationToken)).WithSummary("Answers, once");
        posts.MapPatch("/{id}/answer", (string id, NewAnswer answer, PostAnswers answers, IAnswerStore ledger, DeskSettings settings, HttpRequest request, CancellationToken cancellationToken) =>
            AnswerAsync(channel, id, answer, isEdit: true, answers, ledger, settings, request, cancellationToken)).WithSummary("Edits the answer, once");
        posts.MapPost("/{id}/check", (string id, PostBoard board, PostAnswers answers, HttpRequest request, CancellationToken cancellationToken) =>
            CheckAsync(channel, id, board, answers, request, cancellationToken)).WithSummary("Looks at WB what has become of the answer");
        posts.MapPost("/{id}/give-up", (string id, PostBoard board, PostAnswers answers, HttpRequest request, CancellationToken cancellationToken) =>
            GiveUpAsync(channel, id, board, answers, request, cancellationToken)).WithSummary("Says that WB does not have the answer: it may be given again");
    }

    private static Ok<PostList> List(AnswerChannel channel, PostBoard board, HttpRequest request, string? search)
    {
        string? problem = board.ProblemOf(channel);
        return TypedResults.Ok(new PostList(board.List(channel, search), problem is null ? null : DeskErrors.TextOf(problem, request)));
    }

    private static Results<Ok<PostDetail>, ProblemHttpResult> Get(AnswerChannel channel, string id, PostBoard board, HttpRequest request) =>
        board.Describe(channel, id) is { } post ? TypedResults.Ok(post) : request.Because(404, "unknown_post");

    private static async Task<Results<Ok<AnswerDraft>, ProblemHttpResult>> DraftAsync(
        AnswerChannel channel, string id, PostBoard board, IAnswerDrafter drafter, HttpRequest request, CancellationToken cancellationToken) =>
        board.Find(channel, id) is { } post ? TypedResults.Ok(await drafter.DraftAsync(post, cancellationToken)) : request.Because(404, "unknown_post");

    private static async Task<Results<Ok<Sent>, ProblemHttpResult>> AnswerAsync(
        AnswerChannel channel,
        string id,
        NewAnswer answer,
        bool isEdit,
        PostAnswers answers,
        IAnswerStore ledger,
        DeskSettings settings,
        HttpRequest request,
        CancellationToken cancellationToken)
    {
        if (!AnswerText.IsValid(answer.Text) || string.IsNullOrWhiteSpace(answer.Key))
            return request.Because(400, "answer_invalid");
        try
        {
            AnswerResult? result = await answers.AnswerAsync(channel, id, answer.Text, answer.Key, isEdit, cancellationToken);
            return result?.Outcome switch
            {
                null => request.Because(404, "unknown_post"),
                AnswerOutcome.Sent => TypedResults.Ok(new Sent(Unknown: false)),
                AnswerOutcome.Unknown => TypedResults.Ok(new Sent(Unknown: true)),
                AnswerOutcome.Refused => request.Because(409, result.Refusal!.Value, result.Answer),
                _ => request.Because(result.Error),
            };
        }
        catch (ArgumentException)
        {
            // The key of another answer, whose first sending got no answer; or a text that is none.
            return await ledger.FindAnswerAsync(settings.SellerId, answer.Key, cancellationToken) is { } first
                ? request.Because(409, AnswerRefusal.AlreadyAnswered, first)
                : request.Because(400, "answer_invalid");
        }
        catch (WildberriesApiException exception)
        {
            return request.Because(exception);
        }
    }

    private static async Task<Results<Ok<PostDetail>, ProblemHttpResult>> CheckAsync(
        AnswerChannel channel, string id, PostBoard board, PostAnswers answers, HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await answers.ReadAsync(channel, id, cancellationToken);
            await answers.ReconcileAsync(cancellationToken);
            return Get(channel, id, board, request);
        }
        catch (WildberriesApiException exception)
        {
            return request.Because(exception);
        }
    }

    private static async Task<Results<Ok<PostDetail>, ProblemHttpResult>> GiveUpAsync(
        AnswerChannel channel, string id, PostBoard board, PostAnswers answers, HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            if (await answers.GiveUpAsync(channel, id, cancellationToken) || board.Describe(channel, id)?.Summary.State != PostAnswerState.Unknown)
                return Get(channel, id, board, request);
            return request.Because(409, "answer_on_its_way");
        }
        catch (WildberriesApiException exception)
        {
            return request.Because(exception);
        }
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> OpenPhotoAsync(
        string id, int number, bool? small, PostBoard board, PostPhotos photos, HttpContext context, CancellationToken cancellationToken)
    {
        HttpRequest request = context.Request;
        if (board.Find(AnswerChannel.Feedback, id)?.Feedback?.Photos.ElementAtOrDefault(number) is not { } photo)
            return request.Because(404, "unknown_file");
        string? address = small == true ? photo.MiniSizeUrl ?? photo.FullSizeUrl : photo.FullSizeUrl ?? photo.MiniSizeUrl;
        if (await photos.FetchAsync(address, cancellationToken) is not { } picture)
            return request.Because(502, "picture_missing");

        // Whatever a buyer sends must not run in the desk's name.
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        context.Response.Headers.CacheControl = "private, max-age=600";
        return TypedResults.Bytes(picture.Content, picture.ContentType);
    }
}

/// <summary>Reviews or questions.</summary>
/// <param name="Items">The newest first.</param>
/// <param name="Problem">Why they cannot be read now, in words; null: they can.</param>
internal sealed record PostList(IReadOnlyList<PostSummary> Items, string? Problem);

internal sealed record NewAnswer(string Text, string Key);
