using System.Text.Json.Nodes;
using Wildberries.Sdk.Cards;
using Wildberries.Sdk.Errors;
using static Wildberries.Sdk.Tests.Cards.Media.MediaShelf;

namespace Wildberries.Sdk.Tests.Cards.Media;

public sealed class ReplaceMediaTests
{
    private readonly MediaShelf _shelf = new();
    private readonly List<long> _sent = [];
    private int _looksUntilShown;
    private Action<JsonObject>? _effect;
    private Exception? _failure;

    public ReplaceMediaTests() => _shelf.Api.Replace = request =>
    {
        _sent.Add(request.NmId);
        string[] pictures = [.. request.Links.Where(link => !link.EndsWith(".mp4", StringComparison.Ordinal))];
        Action<JsonObject> effect = _effect ?? (card =>
        {
            card["photos"] = new JsonArray([.. pictures.Select(link => new JsonObject { ["big"] = link })]);
            card["video"] = request.Links.Count > pictures.Length ? "video" : null;
        });
        int shownAt = _shelf.Api.Requests.Count + _looksUntilShown + 1;
        Action<int>? before = _shelf.Api.BeforeList;
        _shelf.Api.BeforeList = number =>
        {
            before?.Invoke(number);
            if (number == shownAt)
                _shelf.Api.Put(request.NmId, effect);
        };
        return _failure is null ? Task.FromResult(new CardWriteResponse()) : throw _failure;
    };

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public async Task A_card_is_looked_at_until_it_shows_the_files_of_the_links(int looks)
    {
        _looksUntilShown = looks;
        _shelf.Have(1, photos: 3, video: true);
        MediaReplacement row = await ReplaceAsync(1, "https://a/1.jpg", "https://a/2.jpg", "http://a/v.mp4?x=1.jpg#.mp4");
        Assert.Equal(new MediaReplacement { NmId = 1, Outcome = MediaReplacementOutcome.Replaced, PhotoCount = 2, HasVideo = true }, row);
        Assert.Equal([1L], _sent);
    }

    [Fact]
    public async Task As_many_files_as_before_count_only_if_the_card_was_changed()
    {
        _shelf.Have(1, photos: 2);
        _effect = card => card["title"] = "changed";
        Assert.Equal(MediaReplacementOutcome.Replaced, (await ReplaceAsync(1, "https://a/1.jpg", "https://a/2.jpg")).Outcome);

        _looksUntilShown = 1000;
        MediaReplacement row = await ReplaceAsync(1, "https://a/1.jpg", "https://a/2.jpg");
        Assert.Equal(MediaReplacementOutcome.Unknown, row.Outcome);
        Assert.Contains("as many files before", row.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_success_after_which_the_card_is_as_it_was_is_none()
    {
        _shelf.Have(1, photos: 1);
        _looksUntilShown = 1000;
        MediaReplacement row = await ReplaceAsync(1, "https://a/1.jpg", "https://a/2.jpg");
        Assert.Equal((MediaReplacementOutcome.NotTaken, 1, false), (row.Outcome, row.PhotoCount, row.HasVideo));
        Assert.Contains("1 pictures and no video for 2 links", row.Reason, StringComparison.Ordinal);

        // The patience, and not more.
        Assert.InRange(_shelf.Clock.Waits.Sum(wait => wait.TotalSeconds), 119, 125);
    }

    [Fact]
    public async Task What_WB_could_not_save_is_told_in_its_words()
    {
        _shelf.Have(1, photos: 3);
        _failure = new WildberriesConflictException("409") { Delivery = Delivery.Unknown, Detail = "Не удалось сохранить часть ссылок" };
        _effect = card => card["photos"] = new JsonArray(new JsonObject { ["big"] = "https://a/1.jpg" });
        MediaReplacement row = await ReplaceAsync(1, "https://a/1.jpg", "https://a/2.jpg");
        Assert.Equal((MediaReplacementOutcome.Incomplete, 1), (row.Outcome, row.PhotoCount));
        Assert.StartsWith("Не удалось сохранить часть ссылок; ", row.Reason, StringComparison.Ordinal);

        _effect = _ => { };
        Assert.Equal(MediaReplacementOutcome.Refused, (await ReplaceAsync(1, "https://a/1.jpg", "https://a/2.jpg")).Outcome);
        _failure = Bad("Некорректная ссылка");
        row = await ReplaceAsync(1, "https://a/1.jpg");
        Assert.Equal((MediaReplacementOutcome.Refused, "Некорректная ссылка"), (row.Outcome, row.Reason));
    }

    [Fact]
    public async Task After_a_lost_answer_the_card_tells_and_nothing_is_sent_again()
    {
        _shelf.Have(1, photos: 3);
        _failure = LostAnswer();
        Assert.Equal(MediaReplacementOutcome.Replaced, (await ReplaceAsync(1, "https://a/1.jpg")).Outcome);
        _looksUntilShown = 1000;
        MediaReplacement row = await ReplaceAsync(1, "https://a/1.jpg", "https://a/2.jpg");
        Assert.Equal(MediaReplacementOutcome.Unknown, row.Outcome);
        Assert.Contains("lost", row.Reason, StringComparison.Ordinal);
        Assert.Equal([1L, 1L], _sent);
    }

    [Fact]
    public async Task Links_that_are_none_are_told_and_not_sent()
    {
        _shelf.Have(1);
        string[] pictures = [.. Enumerable.Range(1, 31).Select(i => $"https://a/{i}.jpg")];
        ReplaceMediaRequest[] requests =
        [
            Request(1, "https://a/1.jpg", "/2.jpg"),
            Request(2, "file:///etc/passwd"),
            Request(3, "https://user:secret@a/1.jpg"),
            Request(4, "https://a/1.mp4", "https://a/2.MOV?x"),
            Request(5, pictures),
            Request(6, "https://a/1.jpg"),
        ];
        MediaReplacementResult result = await _shelf.Api.ReplaceMediaAndWaitAsync(requests, cancellationToken: TestContext.Current.CancellationToken);
        Assert.All(result.Rows, row => Assert.Equal(MediaReplacementOutcome.Unfit, row.Outcome));
        string[] words = ["Link 2", "Link 1", "login", "2 videos", "31 pictures", "no such card"];
        Assert.All(words.Zip(result.Rows), pair => Assert.Contains(pair.First, pair.Second.Reason, StringComparison.Ordinal));
        Assert.DoesNotContain("secret", string.Concat(result.Rows), StringComparison.Ordinal);
        Assert.Equal("6 cards: 6 unfit", result.ToString());
        Assert.Empty(_sent);
        Assert.Equal(["search 6"], _shelf.Api.Calls);
    }

    [Fact]
    public async Task What_ends_the_call_says_what_is_known_of_each_card()
    {
        _shelf.Have(1);
        _shelf.Have(2);
        _failure = new WildberriesAccessException("403") { Delivery = Delivery.Refused };
        var exception = await Assert.ThrowsAsync<WildberriesAccessException>(() => _shelf.Api.ReplaceMediaAndWaitAsync(
            [Request(1, "https://a/1.jpg"), Request(2, "https://a/1.jpg")], new CardMediaOptions { MaxParallelCards = 1 }, null, TestContext.Current.CancellationToken));
        Assert.Equal("2 cards: 2 not sent", exception.GetMediaReplacementResult()!.ToString());
        Assert.Null(exception.GetCardMediaResult());
    }

    private static ReplaceMediaRequest Request(long nmId, params string[] links) => new() { NmId = nmId, Links = links };

    private async Task<MediaReplacement> ReplaceAsync(long nmId, params string[] links) => Assert.Single(
        (await _shelf.Api.ReplaceMediaAndWaitAsync([Request(nmId, links)], cancellationToken: TestContext.Current.CancellationToken)).Rows);
}
