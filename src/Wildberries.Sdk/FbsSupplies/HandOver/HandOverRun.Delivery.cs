using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Orders;
using Wildberries.Sdk.Paging;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>What a full supply needs until it is handed over.</summary>
internal sealed partial class HandOverRun
{
    private const string MarkingRefusal = "MetaValidationFail";

    private async Task<bool> SetShippingAsync(int i, CancellationToken cancellationToken)
    {
        SupplyState supply = State.Supplies[i];
        PlannedSupply planned = await PlannedAsync(i, cancellationToken).ConfigureAwait(false);
        if (planned.LacksShipping && await SupplyAsync(supply.SupplyId!, cancellationToken).ConfigureAwait(false) is { ShippingPointId: null })
        {
            await FailAsync(i, "WB demands shipping parameters of supplies from Russia to Russia, and there are none.", cancellationToken).ConfigureAwait(false);
            return false;
        }

        if (planned.Shipping is not { } shipping || shipping == supply.Shipping)
            return true;
        if (await _planner.ShippingFaultAsync(planned, cancellationToken).ConfigureAwait(false) is { } fault)
        {
            await FailAsync(i, fault, cancellationToken).ConfigureAwait(false);
            return false;
        }

        var method = new ShippingMethod
        {
            SupplyId = supply.SupplyId!,
            Date = shipping.Date,
            ShippingPointId = shipping.ShippingPointId,
            Type = ShippingType.SelfShipping,
        };
        ShippingMethodResult? result = null;
        bool wasSeen = false;
        WildberriesApiException? refusal = await calls.WriteAsync(
            () => ClaimAsync(cancellationToken),
            async () =>
            {
                ShippingMethodsResponse? answer = await supplies.SetShippingMethodsAsync(new ShippingMethodsRequest { Supplies = [method] }, cancellationToken).ConfigureAwait(false);
                result = answer?.Results.FirstOrDefault(one => string.Equals(one?.SupplyId, supply.SupplyId, StringComparison.Ordinal));
            },
            async () => wasSeen = await IsSetAsync().ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);
        if (refusal is not null || result is { IsSuccess: false } || (!wasSeen && !IsClear(result) && !await IsSetAsync().ConfigureAwait(false)))
        {
            string words = refusal is not null ? HandOverCalls.WordsOf(refusal) : result?.Error?.Detail is { Length: > 0 } detail ? $"WB: {detail}" : "WB does not say that it did.";
            await FailAsync(i, $"The shipping parameters could not be set. {words}", cancellationToken).ConfigureAwait(false);
            return false;
        }

        supply.Shipping = shipping;
        await SettleAsync(cancellationToken).ConfigureAwait(false);
        return true;

        async Task<bool> IsSetAsync()
        {
            FbsSupply found = await SupplyAsync(supply.SupplyId!, cancellationToken).ConfigureAwait(false);
            return found.ShippingPointId == shipping.ShippingPointId && found.ShippingDate == shipping.Date && found.ShippingType == ShippingType.SelfShipping;
        }
    }

    // Done is what is called so, with nothing beside it that may be an error.
    private static bool IsClear(ShippingMethodResult? result) =>
        result is { IsSuccess: true, Error: null, UnreadableProperties.Count: 0 } && !Envelope.SpeaksOfError(result);

    private async Task<bool> AddBoxesAsync(int i, CancellationToken cancellationToken)
    {
        SupplyState supply = State.Supplies[i];
        PlannedSupply planned = await PlannedAsync(i, cancellationToken).ConfigureAwait(false);
        OrderState[] members = [.. OrdersOf(i, HandOverOutcome.InSupply)];

        // Where orders have fallen away, as many as WB takes are enough; more than it would have taken for all of them are a mistake.
        int all = ledger.Orders.Count(order => order.Supply == i || (supply.SetAsideIn is { } aside && order.Supply == aside));
        if (planned.BoxCount <= HandOverPlanner.MostBoxes(all))
            planned = planned with { BoxCount = Math.Min(planned.BoxCount, HandOverPlanner.MostBoxes(members.Length)) };
        if (HandOverPlanner.BoxFault(planned, members.FirstOrDefault(order => order.IsKeptFromPickupPoints)?.Id) is { } fault)
        {
            await FailAsync(i, fault, cancellationToken).ConfigureAwait(false);
            return false;
        }

        int wanted = planned.BoxCount;
        bool mayHaveMore = supply.Unanswered.HasFlag(UnansweredCalls.AddBoxes);
        if (wanted <= 0 || (wanted <= supply.BoxIds.Count && !mayHaveMore))
            return true;
        if (!(await SupplyAsync(supply.SupplyId!, cancellationToken).ConfigureAwait(false)).IsPickupPointShipmentAllowed)
        {
            await FailAsync(i, "It was to have boxes, and may not go to a pickup point.", cancellationToken).ConfigureAwait(false);
            return false;
        }

        // A call of before may have added some: they are counted until no more can come.
        List<string> shown = await BoxesAsync(supply, wanted, mayHaveMore ? _oldCallsMayComeUntil : default, cancellationToken).ConfigureAwait(false);
        if (supply.BoxIds.Count < wanted)
        {
            bool isUnclear = false;
            WildberriesApiException? refusal = await calls.WriteAsync(
                () => ClaimAsync(i, UnansweredCalls.AddBoxes, cancellationToken),
                async () =>
                {
                    AddedBoxes? added = await supplies.AddBoxesAsync(
                        supply.SupplyId!, new AddBoxesRequest { Count = wanted - supply.BoxIds.Count }, cancellationToken).ConfigureAwait(false);
                    supply.BoxIds = [.. supply.BoxIds.Union((added?.BoxIds ?? []).Where(id => !string.IsNullOrEmpty(id)))];
                },
                async () =>
                {
                    isUnclear = true;
                    await BoxesAsync(supply, wanted, calls.Now + options.MaxSendTime, cancellationToken).ConfigureAwait(false);
                    return supply.BoxIds.Count >= wanted;
                },
                cancellationToken).ConfigureAwait(false);
            if (refusal is not null)
            {
                if (!isUnclear)
                    supply.Unanswered &= ~UnansweredCalls.AddBoxes;
                await FailAsync(i, $"Its boxes could not be added. {HandOverCalls.WordsOf(refusal)}", cancellationToken).ConfigureAwait(false);
                return false;
            }

            // What WB has answered is known, whatever its list shows, and whoever looks at it next.
            await SettleAsync(cancellationToken).ConfigureAwait(false);
            shown = await BoxesAsync(supply, wanted, calls.Now + options.MaxSendTime, cancellationToken).ConfigureAwait(false);
        }

        if (shown.Count < wanted || supply.BoxIds.Except(shown).Any())
        {
            // What does not show in all this time is looked for once more, and then not counted.
            supply.BoxIds = shown;
            await FailAsync(i, FormattableString.Invariant($"WB says that it added boxes, and has {shown.Count} of {wanted}."), cancellationToken).ConfigureAwait(false);
            return false;
        }

        supply.Unanswered &= ~UnansweredCalls.AddBoxes;
        await SettleAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>The boxes of a supply that WB's list shows, when these are all that are known and as many as were wanted, or no more can come. All of them are known then.</summary>
    private async Task<List<string>> BoxesAsync(SupplyState supply, int wanted, DateTimeOffset until, CancellationToken cancellationToken)
    {
        List<string> shown = [];
        await calls.PollAsync(
            async () =>
            {
                BoxesResponse? answer = await calls.ReadAsync(() => supplies.GetBoxesAsync(supply.SupplyId!, cancellationToken), cancellationToken).ConfigureAwait(false);
                shown = [.. (answer?.Boxes ?? []).Where(box => box is { Id.Length: > 0 }).Select(box => box.Id).Distinct(StringComparer.Ordinal)];
                supply.BoxIds = [.. supply.BoxIds.Union(shown, StringComparer.Ordinal)];
                return shown.Count >= wanted && !supply.BoxIds.Except(shown).Any() ? shown : null;
            },
            until,
            options.PollInterval,
            cancellationToken).ConfigureAwait(false);
        return shown;
    }

    private async Task DeliverAsync(int i, CancellationToken cancellationToken)
    {
        SupplyState supply = State.Supplies[i];

        // WB refuses a supply without orders, and buyers cancel while WB checks label identifiers.
        HashSet<long> ids = await OrderIdsAsync(supply.SupplyId!, cancellationToken).ConfigureAwait(false);
        await AccountAsync(i, ids, asksAll: true, cancellationToken).ConfigureAwait(false);
        if (OrdersOf(i, HandOverOutcome.InSupply).Any(order => order.Codes is { Count: > 0 } && !_marked.Contains(order.Id)))
        {
            // It came by a call that nobody answered, and has no label identifier yet.
            await SetMarkingsAsync(i, cancellationToken).ConfigureAwait(false);
            if (!await SortOutAsync(i, await AwaitVerdictsAsync(i, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false))
                return;
        }

        bool wasSaid = false, wasRefused = false;
        while (!await IsEmptyAsync(i, cancellationToken).ConfigureAwait(false))
        {
            WildberriesApiException? refusal = await calls.WriteAsync(
                () => ClaimAsync(cancellationToken),
                () => supplies.DeliverSupplyAsync(supply.SupplyId!, cancellationToken),
                () => IsDoneAsync(supply, cancellationToken),
                cancellationToken).ConfigureAwait(false);

            // Looked up in any case: a refusal may come because an earlier call was heard after all, or WB has taken in the first order; and a yes alone hands nothing
            // over, and may take a moment to show.
            DateTimeOffset until = refusal is null ? calls.Now + options.MaxSendTime : default;
            SupplyState? done = await calls.PollAsync(
                async () => await IsDoneAsync(supply, cancellationToken).ConfigureAwait(false) ? supply : null, until, options.PollInterval, cancellationToken).ConfigureAwait(false);
            if (done is not null)
            {
                await CloseAsync(i, cancellationToken).ConfigureAwait(false);
                return;
            }

            if (refusal is null && !wasSaid)
            {
                wasSaid = true;
                continue;
            }

            if (refusal is null || wasRefused || !string.Equals(refusal.Code, MarkingRefusal, StringComparison.Ordinal))
            {
                await FailAsync(i, refusal is null ? "WB answered that it is handed over, and has it open." : HandOverCalls.WordsOf(refusal), cancellationToken).ConfigureAwait(false);
                return;
            }

            // A label identifier may be checked anew; or WB has a word for one that is newer than this, and means no by it.
            wasRefused = true;
            _markedAt[i] = calls.Now;
            Dictionary<long, string> faults = await AwaitVerdictsAsync(i, cancellationToken).ConfigureAwait(false);
            if (faults.Count == 0)
                faults = await DoubtsAsync(i, cancellationToken).ConfigureAwait(false);
            if (!await SortOutAsync(i, faults, cancellationToken).ConfigureAwait(false))
                return;
        }
    }

    private async Task<bool> IsDoneAsync(SupplyState supply, CancellationToken cancellationToken) =>
        await SupplyAsync(supply.SupplyId!, cancellationToken).ConfigureAwait(false) is { IsDone: true } or { ClosedAt: not null };

    private async Task<Dictionary<long, string>> DoubtsAsync(int i, CancellationToken cancellationToken)
    {
        var doubts = new Dictionary<long, string>();
        long[] ids = [.. OrdersOf(i, HandOverOutcome.InSupply).Select(order => order.Id)];
        Dictionary<long, IReadOnlyList<MarkingDetail>> there = await MarkingsAsync(ids, cancellationToken).ConfigureAwait(false);
        await AskAgainAsync(there, [.. ids.Where(id => !there.ContainsKey(id))], cancellationToken).ConfigureAwait(false);
        foreach (long id in ids)
        {
            if (!there.TryGetValue(id, out IReadOnlyList<MarkingDetail>? details))
                doubts[id] = "WB does not tell of its label identifiers";
            else if (details.Select(HandOverMarking.DoubtOf).FirstOrDefault(doubt => doubt is not null) is { } doubt)
                doubts[id] = doubt;
        }

        return doubts;
    }

    /// <summary>Accounts for the orders of a supply that is handed over.</summary>
    private async Task CloseAsync(int i, CancellationToken cancellationToken)
    {
        SupplyState supply = State.Supplies[i];
        HashSet<long> ids = await OrderIdsAsync(supply.SupplyId!, cancellationToken).ConfigureAwait(false);
        await AccountAsync(i, ids, asksAll: true, cancellationToken).ConfigureAwait(false);
        OrderState[] gone = [.. OrdersOf(i, HandOverOutcome.InSupply)];
        foreach (OrderState order in gone)
        {
            order.Outcome = HandOverOutcome.HandedOver;
            order.Reason = null;
        }

        await SettleAsync(gone, cancellationToken).ConfigureAwait(false);
        supply.Status = HandOverSupplyStatus.HandedOver;
        supply.Reason = null;
        await SettleAsync(cancellationToken).ConfigureAwait(false);
        await GoOnElsewhereAsync(i, cancellationToken).ConfigureAwait(false);
    }

    private Task<PlannedSupply> PlannedAsync(int i, CancellationToken cancellationToken) => _planner.EquipAsync(
        State.Supplies[i].Group, [.. OrdersOf(i, HandOverOutcome.InSupply).Select(order => order.Id)], State.Supplies[i].IsWithinRussia, cancellationToken);
}
