using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk.Answers;

namespace Wildberries.Sdk.PromoCodes.EntityFrameworkCore.Tests;

/// <summary>A database in which only sends of promo codes had a table gets one for all answers, and loses none.</summary>
[Collection(nameof(PostgreSqlCollection))]
public sealed class SendsBeforeAnswersTests(PostgreSqlServer server)
{
    private const string Before = "20261125000000_Initial";

    private static readonly DateTimeOffset Time = new(2026, 3, 10, 9, 0, 0, 123, 456, TimeSpan.Zero);

    private static readonly PromoCode Code = new()
    {
        SellerId = "seller",
        Code = "SORRY15",
        Percent = 15m,
        Start = new DateOnly(2026, 3, 1),
        Days = 31,
    };

    // Its id is in the database as SQLite keeps it: in upper case.
    private static readonly PromoCodeSend[] Sends =
    [
        Send("sent") with { State = AnswerState.Sent, SentAt = Time.AddSeconds(1), EventId = "event", ApprovedBy = "Мария", IsSuggested = true },
        Send("unknown") with { TargetId = "1:b", Intent = ChatIntent.Defect, Sentiment = Sentiment.Negative },
        Send("failed") with { TargetId = "1:c", State = AnswerState.Failed, Failure = "no" },
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SQLite_keeps_them()
    {
        await using var database = new SqliteDatabase();
        await KeepsAsync(services => services.AddSqlitePromoCodeStore(database.ConnectionString));
    }

    [Fact]
    public async Task PostgreSQL_keeps_them()
    {
        server.SkipIfMissing();
        string connectionString = await server.CreateDatabaseAsync();
        await KeepsAsync(services => services.AddPostgreSqlPromoCodeStore(connectionString));
    }

    private static PromoCodeSend Send(string key) => new()
    {
        SellerId = "seller",
        Key = key,
        PromoCodeId = Code.Id,
        TargetId = "1:a",
        Text = "Простите! SORRY15",
        StartedAt = Time,
    };

    private static async Task KeepsAsync(Action<IServiceCollection> add)
    {
        var services = new ServiceCollection();
        add(services);
        await using ServiceProvider provider = services.BuildServiceProvider();
        await MigrateAsync(provider, Before);
        await using (PromoCodeDbContext db = Database.CreateContext(provider))
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO promo_portfolios (seller_id, version) VALUES ({Code.SellerId}, 7)", Cancel);
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO promo_codes (id, seller_id, code, "percent", starts_on, ends_on, purposes, is_stopped)
                VALUES ({Code.Id}, {Code.SellerId}, {Code.Code}, {Code.Percent}, {Code.Start}, {Code.LastDay}, 7, {false})
                """,
                Cancel);
            foreach (PromoCodeSend send in Sends)
            {
                await db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO promo_code_sends (seller_id, "key", promo_code_id, chat_id, "text", intent, sentiment, is_suggested, approved_by, started_at,
                        state, sent_at, event_id, failure)
                    VALUES ({send.SellerId}, {send.Key}, {send.PromoCodeId}, {send.TargetId}, {send.Text}, {send.Intent?.Value}, {send.Sentiment?.ToString()},
                        {send.IsSuggested}, {send.ApprovedBy}, {send.StartedAt.UtcDateTime}, {send.State.ToString()}, {send.SentAt?.UtcDateTime},
                        {send.EventId}, {send.Failure})
                    """,
                    Cancel);
            }
        }

        // A program that does not know of it says what to call; then they are there, and hold as they did.
        var store = provider.GetRequiredService<IPromoCodeStore>();
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.FindAnswerAsync("seller", "sent", Cancel));
        await provider.MigratePromoCodeStoreAsync(Cancel);
        Assert.Equal(
            Sends.OrderBy(send => send.Key, StringComparer.Ordinal),
            await store.ListAnswersAsync(new AnswerQuery { SellerId = "seller", Channel = AnswerChannel.Chat }, Cancel));
        Assert.Equal(AnswerRefusal.AlreadySentInChat, (await store.StartAnswerAsync(Send("second") with { TargetId = "1:b" }, Cancel)).Refusal);
        Assert.True((await store.StartAnswerAsync(Send("failed") with { TargetId = "1:c" }, Cancel)).IsStarted);

        // The way back is there as long as nothing is lost on it.
        await MigrateAsync(provider, Before);
        await provider.MigratePromoCodeStoreAsync(Cancel);
        Assert.Equal(Sends[0], await store.FindAnswerAsync("seller", "sent", Cancel));
        var plain = new BuyerAnswer { SellerId = "seller", Key = "plain", Channel = AnswerChannel.Feedback, TargetId = "review", Text = "Спасибо!", StartedAt = Time };
        Assert.True((await store.StartAnswerAsync(plain, Cancel)).IsStarted);
        await Assert.ThrowsAnyAsync<DbException>(() => MigrateAsync(provider, Before));
        Assert.Equal(plain, await store.FindAnswerAsync("seller", "plain", Cancel));
    }

    private static async Task MigrateAsync(IServiceProvider services, string target)
    {
        await using PromoCodeDbContext db = Database.CreateContext(services);
        await db.GetService<IMigrator>().MigrateAsync(target, Cancel);
    }
}
