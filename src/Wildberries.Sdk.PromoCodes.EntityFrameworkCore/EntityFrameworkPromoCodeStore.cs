using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Wildberries.Sdk.Answers;
using Wildberries.Sdk.PromoCodes.EntityFrameworkCore.Rows;

namespace Wildberries.Sdk.PromoCodes.EntityFrameworkCore;

/// <summary>Keeps promo codes and answers to buyers in a database.</summary>
/// <remarks>
/// The rules are about all codes of a seller, so no token on a row of its own can hold them: two writers could each add what fits alone.
/// Therefore each write is a transaction whose first statement raises the version of the seller's portfolio. The database lets the
/// next writer of the same seller pass when the one before has ended, and what is read then is what that one has written.
/// </remarks>
internal sealed class EntityFrameworkPromoCodeStore(Func<PromoCodeDbContext> createContext, PromoCodeRules rules, TimeProvider timeProvider)
    : IPromoCodeStore
{
    public Task<IReadOnlyList<PromoCodeViolation>> AddAsync(
        PromoCode code, bool isInPortal = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentException.ThrowIfNullOrWhiteSpace(code.SellerId, nameof(code));
        return WriteAsync(
            code.SellerId,
            async (db, token) =>
            {
                if (await db.Codes.AnyAsync(row => row.Id == code.Id, token).ConfigureAwait(false))
                    throw new ArgumentException($"A code with the id {code.Id} is stored already.", nameof(code));
                IReadOnlyList<PromoCodeViolation> violations = await ValidateAsync(db, code, isInPortal, token).ConfigureAwait(false);
                if (violations.Count == 0)
                    db.Codes.Add(PromoCodeRow.From(code));
                return violations;
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<PromoCodeViolation>> UpdateAsync(
        Guid id, Func<PromoCode, PromoCode> change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        PromoCode known = await FindAsync(id, cancellationToken).ConfigureAwait(false)
            ?? throw new KeyNotFoundException($"There is no promo code {id}.");
        return await WriteAsync(
            known.SellerId,
            async (db, token) =>
            {
                PromoCodeRow row = await db.Codes.SingleAsync(row => row.Id == id, token).ConfigureAwait(false);
                PromoCode after = change(row.ToPromoCode());
                if (after is null || after.Id != id || !string.Equals(after.SellerId, row.SellerId, StringComparison.Ordinal))
                    throw new ArgumentException("The change has made another code of it: id and seller must stay.", nameof(change));
                IReadOnlyList<PromoCodeViolation> violations = await ValidateAsync(db, after, isInPortal: false, token).ConfigureAwait(false);
                if (violations.Count == 0)
                    row.Take(after);
                return violations;
            },
            cancellationToken).ConfigureAwait(false);
    }

    public Task<PromoCode?> FindAsync(Guid id, CancellationToken cancellationToken = default) => RunAsync(async db =>
    {
        PromoCodeRow? row = await db.Codes.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken).ConfigureAwait(false);
        return row?.ToPromoCode();
    });

    public Task<IReadOnlyList<PromoCode>> ListAsync(
        string sellerId, DateOnly? lastDayFrom = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sellerId);
        return RunAsync<IReadOnlyList<PromoCode>>(async db =>
        {
            List<PromoCodeRow> rows = await db.Codes.AsNoTracking()
                .Where(row => row.SellerId == sellerId && (lastDayFrom == null || row.EndsOn >= lastDayFrom))
                .OrderBy(row => row.StartsOn)
                .ThenBy(row => row.Id)
                .ToListAsync(cancellationToken)
                .ConfigureAwait(false);
            return [.. rows.Select(row => row.ToPromoCode())];
        });
    }

    public Task<AnswerStart> StartAnswerAsync(BuyerAnswer answer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(answer);
        answer.ThrowUnlessIntent(nameof(answer));
        return WriteAsync(answer.SellerId, (db, token) => StartAsync(db, answer, token), cancellationToken);
    }

    public Task<BuyerAnswer> CompleteAnswerAsync(BuyerAnswer answer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return WriteAsync(
            answer.SellerId,
            async (db, token) =>
            {
                BuyerAnswerRow row = await db.Answers.SingleOrDefaultAsync(row => row.SellerId == answer.SellerId && row.Key == answer.Key, token)
                    .ConfigureAwait(false) ?? throw new KeyNotFoundException($"The seller has no answer with the key \"{answer.Key}\".");
                row.Take(row.ToAnswer().Complete(answer));
                return row.ToAnswer();
            },
            cancellationToken);
    }

    public Task<BuyerAnswer?> FindAnswerAsync(string sellerId, string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sellerId);
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        return RunAsync(async db =>
        {
            BuyerAnswerRow? row = await db.Answers.AsNoTracking()
                .SingleOrDefaultAsync(row => row.SellerId == sellerId && row.Key == key, cancellationToken)
                .ConfigureAwait(false);
            return row?.ToAnswer();
        });
    }

    public Task<IReadOnlyList<BuyerAnswer>> ListAnswersAsync(AnswerQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentException.ThrowIfNullOrWhiteSpace(query.SellerId, nameof(query));
        return RunAsync<IReadOnlyList<BuyerAnswer>>(async db =>
        {
            IQueryable<BuyerAnswerRow> rows = db.Answers.AsNoTracking().Where(row => row.SellerId == query.SellerId);
            if (query.Channel is { } channel)
                rows = rows.Where(row => row.Channel == channel);
            if (query.TargetId is { } targetId)
                rows = rows.Where(row => row.TargetId == targetId);
            if (query.PromoCodeId is { } promoCodeId)
                rows = rows.Where(row => row.PromoCodeId == promoCodeId);
            if (query.State is { } state)
                rows = rows.Where(row => row.State == state);
            if (query.From is { } from)
                rows = rows.Where(row => row.StartedAt >= from);
            if (query.Before is { } before)
                rows = rows.Where(row => row.StartedAt < before);
            List<BuyerAnswerRow> found = await rows.OrderBy(row => row.StartedAt)
                .ThenBy(row => row.Key)
                .ToListAsync(cancellationToken)
                .ConfigureAwait(false);
            return [.. found.Select(row => row.ToAnswer())];
        });
    }

    private static async Task<AnswerStart> StartAsync(PromoCodeDbContext db, BuyerAnswer answer, CancellationToken cancellationToken)
    {
        BuyerAnswerRow? known = await db.Answers
            .SingleOrDefaultAsync(row => row.SellerId == answer.SellerId && row.Key == answer.Key, cancellationToken)
            .ConfigureAwait(false);
        if (known?.ToAnswer() is { } same && !same.IsBegunAgainBy(answer))
            return new AnswerStart { Answer = same };

        if (answer is PromoCodeSend send)
        {
            PromoCodeRow? code = await db.Codes.SingleOrDefaultAsync(row => row.Id == send.PromoCodeId, cancellationToken).ConfigureAwait(false);
            if (send.Judge(code?.ToPromoCode()) is { } refusal)
                return new AnswerStart { Refusal = refusal };
        }

        // In a chat only messages with the same code stand against each other: the others are not read.
        Guid? codeId = (answer as PromoCodeSend)?.PromoCodeId;
        if (answer.Channel != AnswerChannel.Chat || codeId is not null)
        {
            IAsyncEnumerable<BuyerAnswerRow> there = db.Answers.AsNoTracking()
                .Where(row => row.SellerId == answer.SellerId && row.TargetId == answer.TargetId && row.PromoCodeId == codeId && row.State != AnswerState.Failed)
                .OrderBy(row => row.StartedAt)
                .AsAsyncEnumerable();
            await foreach (BuyerAnswerRow earlier in there.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                if (earlier.ToAnswer() is var other && other.RefusalOf(answer) is { } against)
                    return new AnswerStart { Answer = other, Refusal = against };
            }
        }

        var row = BuyerAnswerRow.From(answer);
        if (known is null)
            db.Answers.Add(row);
        else
            db.Entry(known).CurrentValues.SetValues(row);
        return new AnswerStart { IsStarted = true, Answer = answer };
    }

    // Only codes that can overlap, those with an id of WB's, and the one itself matter to the rules.
    private async Task<IReadOnlyList<PromoCodeViolation>> ValidateAsync(
        PromoCodeDbContext db, PromoCode code, bool isInPortal, CancellationToken cancellationToken)
    {
        DateOnly start = code.Start, lastDay = code.LastDay;
        bool hasWildberriesId = !string.IsNullOrEmpty(code.WildberriesId);
        List<PromoCodeRow> others = await db.Codes.AsNoTracking()
            .Where(row => row.SellerId == code.SellerId)
            .Where(row => row.Id == code.Id || (row.EndsOn >= start && row.StartsOn <= lastDay) || (hasWildberriesId && row.WildberriesId != null))
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return new PromoCodePortfolio(code.SellerId, others.Select(row => row.ToPromoCode()), rules, timeProvider).Validate(code, isInPortal);
    }

    /// <summary>Runs a write after all writes about the seller that began before it.</summary>
    private Task<T> WriteAsync<T>(
        string sellerId, Func<PromoCodeDbContext, CancellationToken, Task<T>> write, CancellationToken cancellationToken)
    {
        return RunAsync(db => db.Database.CreateExecutionStrategy().ExecuteAsync(token => AttemptAsync(db, token), cancellationToken));

        async Task<T> AttemptAsync(PromoCodeDbContext db, CancellationToken token)
        {
            db.ChangeTracker.Clear();

            // Each statement sees what was committed before it, whatever the database's own default is. SQLite locks at the beginning.
            IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, token).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                await RaiseVersionAsync(db, token).ConfigureAwait(false);
                T result = await write(db, token).ConfigureAwait(false);
                await db.SaveChangesAsync(token).ConfigureAwait(false);
                await transaction.CommitAsync(token).ConfigureAwait(false);
                return result;
            }
        }

        async Task RaiseVersionAsync(PromoCodeDbContext db, CancellationToken token)
        {
            if (await RaiseAsync().ConfigureAwait(false) > 0)
                return;
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO promo_portfolios (seller_id, version) VALUES ({sellerId}, 0) ON CONFLICT (seller_id) DO NOTHING", token)
                .ConfigureAwait(false);
            await RaiseAsync().ConfigureAwait(false);

            Task<int> RaiseAsync() => db.Portfolios.Where(row => row.SellerId == sellerId)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Version, row => row.Version + 1), token);
        }
    }

    /// <summary>Runs with a context of its own, and says what to do where the tables are missing or of an earlier version.</summary>
    private async Task<T> RunAsync<T>(Func<PromoCodeDbContext, Task<T>> run)
    {
        PromoCodeDbContext db = createContext();
        await using (db.ConfigureAwait(false))
        {
            try
            {
                return await run(db).ConfigureAwait(false);
            }
            catch (DbException exception) when (DatabaseFaults.IsNotMigrated(exception))
            {
                throw new InvalidOperationException(
                    "The database does not have the tables of this version of the promo-code store. Call "
                    + $"{nameof(PromoCodeStoreServiceCollectionExtensions.MigratePromoCodeStoreAsync)} of the services when the program starts.",
                    exception);
            }
        }
    }
}
