using System.Runtime.ExceptionServices;
using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Paging;

namespace Wildberries.Sdk.DiscountsPrices;

/// <summary>One call of an uploader: sends rows in parts and follows the uploads until WB has decided about each.</summary>
internal sealed class UploadRun(
    IDiscountsPricesApi prices, PriceUploadOptions options, TimeProvider timeProvider, IProgress<PriceUploadResult>? progress)
{
    private const int MaxRows = 1000;

    // The client has repeated each of them already.
    private const int MaxFailuresInARow = 3;

    private const string AlreadySet = "The specified prices and discounts are already set";
    private const string MaybeAlreadySet = "already set";

    private const string Earlier = "WB took this for an upload that it had already, and does not say whether that still holds.";
    private const string Overtaken = "WB took this for an upload that it had already and changed nothing, but what that set is different by now.";

    private static readonly TimeSpan MaxPollInterval = TimeSpan.FromMinutes(1);

    private readonly long _start = timeProvider.GetTimestamp();
    private readonly List<PriceUpload> _uploads = [];
    private string _operation = "DiscountsPrices.GetProcessedUpload";

    private PriceUploadResult Result => new() { Uploads = [.. _uploads] };

    public Task<PriceUploadResult> UploadAsync<TRow>(IReadOnlyList<TRow> rows, UploadKind<TRow> kind, CancellationToken cancellationToken) =>
        KnownAsync(() => UploadCoreAsync(rows, kind, cancellationToken));

    public Task<PriceUploadResult> WaitAsync(PriceUploadResult soFar, CancellationToken cancellationToken)
    {
        _uploads.AddRange(soFar.Uploads.Where(upload => upload is not null));
        return KnownAsync(() => EndAsync(FollowAsync(TimeSpan.Zero, cancellationToken), null));
    }

    /// <summary>Puts what is known on whatever ends the work, a cancellation too.</summary>
    private async Task<PriceUploadResult> KnownAsync(Func<Task<PriceUploadResult>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            exception.SetUploadResult(Result);
            throw;
        }
    }

    private async Task<PriceUploadResult> UploadCoreAsync<TRow>(IReadOnlyList<TRow> rows, UploadKind<TRow> kind, CancellationToken cancellationToken)
    {
        _operation = kind.Operation;
        TRow[][] parts = [.. rows.Chunk(MaxRows)];
        int index = 0;
        foreach (TRow[] part in parts)
        {
            _uploads.Add(new PriceUpload
            {
                EndsScheduled = kind.EndsScheduled,
                Rows = [.. part.Select(row => kind.Describe(row) with { Index = index++, Outcome = PriceUploadOutcome.NotSent })],
            });
        }

        WildberriesApiException? failure = null;
        for (int i = 0; i < parts.Length && failure is null; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            failure = Remaining() == TimeSpan.Zero ? TooLate() : await SendAsync(i, parts[i], kind, cancellationToken).ConfigureAwait(false);
        }

        // What WB took is followed all the same: the caller learns about it even if the rest could not be sent.
        return await EndAsync(FollowAsync(), failure).ConfigureAwait(false);

        async Task FollowAsync()
        {
            await this.FollowAsync(options.PollInterval, cancellationToken).ConfigureAwait(false);
            for (int i = 0; i < parts.Length; i++)
                await ConfirmAsync(i, parts[i], kind, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<PriceUploadResult> EndAsync(Task following, WildberriesApiException? failure)
    {
        try
        {
            await following.ConfigureAwait(false);
        }
        catch (WildberriesApiException exception)
        {
            failure ??= exception;
        }

        if (failure is not null)
            ExceptionDispatchInfo.Throw(failure);
        return Result;
    }

    /// <summary>Sends a part. What WB refuses is settled; what keeps the other parts from being sent is returned.</summary>
    private async Task<WildberriesApiException?> SendAsync<TRow>(int i, TRow[] part, UploadKind<TRow> kind, CancellationToken cancellationToken)
    {
        UploadAnswer answer;
        try
        {
            answer = await kind.SendAsync(part, cancellationToken).ConfigureAwait(false);
        }
        catch (WildberriesBadRequestException exception) when (exception.Delivery == Delivery.Refused)
        {
            await RefuseAsync(i, part, kind, exception.Detail ?? exception.Message, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (WildberriesApiException exception)
        {
            if (exception.Delivery is not (Delivery.NotSent or Delivery.Refused))
                Set(i, Lost(_uploads[i]));
            return exception;
        }
        catch
        {
            // A cancellation too: the upload may have arrived.
            Set(i, Lost(_uploads[i]));
            throw;
        }

        Set(i, Accepted(_uploads[i], answer));
        return null;
    }

    private static PriceUpload Accepted(PriceUpload upload, UploadAnswer answer)
    {
        bool followed = answer.Id > 0;
        string? lost = answer.AlreadyExists ? "WB had this upload already and does not say under which id." : "WB took the upload and gave it no id.";
        return upload with
        {
            Id = followed ? answer.Id : null,
            AlreadyExisted = answer.AlreadyExists,
            Rows =
            [
                .. upload.Rows.Select(row => answer.Refused.TryGetValue(row.NmId, out string? reason)
                    ? Failed(row, reason)
                    : followed
                        ? row with { Outcome = PriceUploadOutcome.Processing }
                        : row with { Outcome = PriceUploadOutcome.Unknown, ErrorText = NullIfEmpty(answer.ErrorText) ?? lost }),
            ],
        };
    }

    private static PriceUpload Lost(PriceUpload upload) => upload with
    {
        Rows =
        [
            .. upload.Rows.Select(row => row with
            {
                Outcome = PriceUploadOutcome.Unknown,
                ErrorText = "The answer to the upload was lost: WB may have it or not.",
            }),
        ],
    };

    private async Task RefuseAsync<TRow>(int i, TRow[] part, UploadKind<TRow> kind, string text, CancellationToken cancellationToken)
    {
        PriceUpload upload = _uploads[i];
        Set(i, upload with { Rows = [.. upload.Rows.Select(row => Failed(row, text))] });
        if (kind.IsSet is not { } isSet || IsAlreadySet(text) || !text.Contains(MaybeAlreadySet, StringComparison.OrdinalIgnoreCase))
            return;

        // WB has one text for products that are wrong and for products with nothing to change. The prices tell them apart.
        Dictionary<long, ProductPrices> products;
        try
        {
            products = await prices.FindProductsAsync(upload.Rows.Select(row => row.NmId), cancellationToken).ConfigureAwait(false);
        }
        catch (WildberriesApiException)
        {
            // It stays what WB said.
            return;
        }

        Set(i, upload with
        {
            Rows =
            [
                .. upload.Rows.Select((row, at) => products.TryGetValue(row.NmId, out ProductPrices? found) && isSet(part[at], found)
                    ? row with { Outcome = PriceUploadOutcome.Unchanged }
                    : Failed(row, text)),
            ],
        });
    }

    /// <summary>
    /// An upload that WB had already was done once, and something may have changed it since: the rows are done only if all is as they want it now.
    /// </summary>
    private async Task ConfirmAsync<TRow>(int i, TRow[] part, UploadKind<TRow> kind, CancellationToken cancellationToken)
    {
        PriceUpload upload = _uploads[i];
        if (!upload.Rows.Any(IsEarlier))
            return;
        Func<TRow, bool> holds;
        try
        {
            if (kind.IsSet is { } isSet)
            {
                Dictionary<long, ProductPrices> products = await prices
                    .FindProductsAsync(upload.Rows.Where(IsEarlier).Select(row => row.NmId), cancellationToken)
                    .ConfigureAwait(false);
                holds = row => products.TryGetValue(kind.Describe(row).NmId, out ProductPrices? found) && isSet(row, found);
            }
            else if (kind.FindHoldingAsync is { } find)
            {
                HashSet<TRow> holding = await find(part.Where((_, at) => IsEarlier(upload.Rows[at])).ToHashSet(), cancellationToken).ConfigureAwait(false);
                holds = holding.Contains;
            }
            else
            {
                return;
            }
        }
        catch (WildberriesApiException)
        {
            // It stays what WB said.
            return;
        }

        Set(i, upload with
        {
            Rows =
            [
                .. upload.Rows.Select((row, at) => !IsEarlier(row)
                    ? row
                    : holds(part[at]) ? row with { Outcome = PriceUploadOutcome.Unchanged, ErrorText = null } : Failed(row, Overtaken)),
            ],
        });
    }

    private static bool IsEarlier(PriceUploadRow row) => row is { Outcome: PriceUploadOutcome.Unknown, ErrorText: Earlier };

    private async Task FollowAsync(TimeSpan firstDelay, CancellationToken cancellationToken)
    {
        List<int> open = [.. Enumerable.Range(0, _uploads.Count).Where(i => _uploads[i].Id is not null && _uploads[i].Rows.Any(IsOpen))];
        if (open.Count == 0)
            return;

        using CancellationTokenSource? deadline = Remaining() is { } remaining ? new CancellationTokenSource(remaining, timeProvider) : null;
        using CancellationTokenSource? either =
            deadline is null ? null : CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        CancellationToken token = either?.Token ?? cancellationToken;
        TimeSpan delay = firstDelay;
        int failures = 0;
        try
        {
            while (open.Count > 0)
            {
                await Task.Delay(delay, timeProvider, token).ConfigureAwait(false);
                int before = open.Count;
                foreach (int i in open.ToArray())
                {
                    try
                    {
                        if (await LookAsync(i, token).ConfigureAwait(false))
                            open.Remove(i);
                        failures = 0;
                    }
                    catch (WildberriesApiException exception) when (MayPass(exception))
                    {
                        if (++failures == MaxFailuresInARow)
                            throw;
                    }
                }

                delay = open.Count < before || delay < options.PollInterval ? options.PollInterval : Longer(delay);
            }
        }
        catch (OperationCanceledException) when (deadline is { IsCancellationRequested: true } && !cancellationToken.IsCancellationRequested)
        {
            throw TooLate();
        }
    }

    /// <summary>Asks about an upload; <see langword="true"/> if there is nothing more to wait for.</summary>
    private async Task<bool> LookAsync(int i, CancellationToken cancellationToken)
    {
        PriceUpload upload = _uploads[i];
        long id = upload.Id!.Value;
        UploadState? state = await prices.GetProcessedUploadAsync(id, cancellationToken).ConfigureAwait(false) is { } answer
            ? Envelope.Open("DiscountsPrices.GetProcessedUpload", answer.Error, answer.ErrorText, answer.Data)
            : null;
        bool processed = state is not null;

        // Uploads of the promotions calendar wait in another list. Once one that is to take effect now was seen there, the list has nothing new to say.
        if (state is null && (upload.Status is null || upload.EndsScheduled)
            && await prices.GetUnprocessedUploadAsync(id, cancellationToken).ConfigureAwait(false) is { } waiting)
        {
            state = Envelope.Open("DiscountsPrices.GetUnprocessedUpload", waiting.Error, waiting.ErrorText, waiting.Data);
        }

        if (state is null)
            return false;
        if (state.UploadId != id && state.UploadId != 0)
            throw OfAnother(state.UploadId, id, processed ? "DiscountsPrices.GetProcessedUpload" : "DiscountsPrices.GetUnprocessedUpload");

        upload = upload with { Status = state.Status, ActivatesAt = state.ActivatesAt ?? upload.ActivatesAt };
        // Whoever waits for rows that are kept already wants to know what became of them.
        bool isKept = !processed && upload.EndsScheduled && !upload.Rows.Any(row => row.Outcome == PriceUploadOutcome.Scheduled);
        if (state.Status == UploadStatus.Processing && !isKept)
        {
            Set(i, upload);
            return false;
        }

        ILookup<long, UploadedProduct> products = await UploadDetails.ReadAsync(
            isAll => processed
                ? DiscountsPricesApiExtensions.ReadUploadedProducts(prices, id, isAll, cancellationToken)
                : DiscountsPricesApiExtensions.ReadUnprocessedProducts(prices, id, isAll, cancellationToken),
            upload.Rows,
            state.ProductCount,
            state.Status == UploadStatus.Done,
            processed ? "DiscountsPrices.GetProcessedUploadGoods" : "DiscountsPrices.GetUnprocessedUploadGoods").ConfigureAwait(false);
        Set(i, upload with { Rows = [.. upload.Rows.Select(row => IsOpen(row) ? Judge(row, upload, products) : row)] });
        return true;
    }

    private static WildberriesResponseException OfAnother(long answered, long asked, string operation) =>
        new(FormattableString.Invariant($"WB's answer to {operation} could not be understood: it is about the upload {answered}, not {asked}."))
        {
            Operation = operation,
            Delivery = Delivery.Answered,
            IsTransient = true,
        };

    private static PriceUploadRow Judge(PriceUploadRow row, PriceUpload upload, ILookup<long, UploadedProduct> products)
    {
        UploadedProduct[] own = [.. products[row.NmId].Where(one => row.SizeId is null || one.SizeId == row.SizeId)];
        string? text = own.Select(one => NullIfEmpty(one.ErrorText)).FirstOrDefault(error => error is not null);
        bool failed = own.Any(one => one.Status == UploadedProductStatus.Failed);
        bool updated = own.Length > 0 && own.All(one => one.Status == UploadedProductStatus.Updated);
        if (upload.Status == UploadStatus.Cancelled && !own.Any(one => one.Status == UploadedProductStatus.Updated))
            return Failed(row, text ?? "WB cancelled the upload.");
        if (failed)
            return Failed(row, text);
        if (updated && text is null && (upload.Status == UploadStatus.Done || upload.Status == UploadStatus.PartlyFailed))
        {
            return upload.AlreadyExisted
                ? row with { Outcome = PriceUploadOutcome.Unknown, ErrorText = Earlier }
                : row with { Outcome = PriceUploadOutcome.Updated, ErrorText = null };
        }

        if (upload.Status == UploadStatus.Processing && own.Length > 0)
            return row with { Outcome = PriceUploadOutcome.Scheduled, ErrorText = text };
        return row with
        {
            Outcome = PriceUploadOutcome.Unknown,
            ErrorText = text ?? (own.Length == 0
                ? $"The upload has the status {upload.Status}, and its details do not name this row."
                : $"The upload has the status {upload.Status}, and this row {own[0].Status}: that settles nothing."),
        };
    }

    private static PriceUploadRow Failed(PriceUploadRow row, string? text) => text is not null && IsAlreadySet(text)
        ? row with { Outcome = PriceUploadOutcome.Unchanged, ErrorText = null }
        : row with { Outcome = PriceUploadOutcome.Failed, ErrorText = NullIfEmpty(text) ?? "WB gives no reason." };

    private static bool IsAlreadySet(string text) => text.Trim().TrimEnd('.').Equals(AlreadySet, StringComparison.OrdinalIgnoreCase);

    // WB's word may come later where its details had none.
    private static bool IsOpen(PriceUploadRow row) =>
        row.Outcome is PriceUploadOutcome.Processing or PriceUploadOutcome.Scheduled or PriceUploadOutcome.Unknown;

    private static bool MayPass(WildberriesApiException exception) => exception is WildberriesServerException
        or WildberriesConnectionException
        or WildberriesTimeoutException
        or WildberriesResponseException;

    private TimeSpan Longer(TimeSpan delay)
    {
        TimeSpan most = options.PollInterval > MaxPollInterval ? options.PollInterval : MaxPollInterval;
        return delay * 2 < most ? delay * 2 : most;
    }

    private TimeSpan? Remaining()
    {
        TimeSpan? left = options.MaxWait - timeProvider.GetElapsedTime(_start);
        return left < TimeSpan.Zero ? TimeSpan.Zero : left;
    }

    private WildberriesTimeoutException TooLate() =>
        new(FormattableString.Invariant($"WB has not decided about every row within {options.MaxWait!.Value.TotalSeconds:0.###} s."))
        {
            Operation = _operation,
            Delivery = _uploads.TrueForAll(upload => upload.Rows.All(row => row.Outcome == PriceUploadOutcome.NotSent)) ? Delivery.NotSent : Delivery.Answered,
            Timeout = options.MaxWait,
        };

    private void Set(int i, PriceUpload upload)
    {
        if (_uploads[i].Equals(upload))
            return;
        _uploads[i] = upload;
        progress?.Report(Result);
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
