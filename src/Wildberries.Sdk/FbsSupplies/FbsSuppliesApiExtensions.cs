using Wildberries.Sdk.Errors;
using Wildberries.Sdk.Paging;
using Wildberries.Sdk.Requests;

namespace Wildberries.Sdk.FbsSupplies;

/// <summary>What is done with supplies and passes, with the arguments checked before anything is sent. Labels and SPOT data have files of their own.</summary>
public static partial class FbsSuppliesApiExtensions
{
    /// <summary>Reads all supplies of the seller, open and closed, in pages of 1,000.</summary>
    /// <remarks>
    /// Constant memory: that one comes twice is known as long as 100,000 others lie between them.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsSupplies"/>.
    /// </remarks>
    /// <param name="api">The host.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The supplies in WB's order.</returns>
    /// <exception cref="WildberriesResponseException">WB sends the same supplies again where there should be others.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static IAsyncEnumerable<FbsSupply> StreamSuppliesAsync(this IFbsSuppliesApi api, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return Pager.ByCursor(
            "FbsSupplies.GetSupplies",
            SupplyLimits.MaxPage,
            async (next, token) => await api.GetSuppliesAsync(SupplyLimits.MaxPage, next, token).ConfigureAwait(false) is { } page
                ? (page.Supplies, page.Next)
                : default,
            supply => supply.Id.Length > 0 ? supply.Id : null,
            cancellationToken);
    }

    /// <summary>Creates a pass, which holds for 48 hours. WB takes one call in ten minutes.</summary>
    /// <remarks>
    /// A refusal counts as ten calls, that is 100 minutes: so it is looked first whether there is the warehouse.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsPasses"/>.
    /// </remarks>
    /// <param name="api">The host.</param>
    /// <param name="firstName">The driver's first name. First and last name together have 6 to 100 characters.</param>
    /// <param name="lastName">The driver's last name.</param>
    /// <param name="carModel">The make of the car, at most 100 characters.</param>
    /// <param name="carNumber">The number plate: 6 to 9 letters and digits, nothing else.</param>
    /// <param name="officeId">The WB warehouse: <see cref="PassOffice.Id"/> of <see cref="IFbsSuppliesApi.GetPassOfficesAsync"/>.</param>
    /// <param name="cancellationToken">Cancels the call; the pass may have been created nevertheless.</param>
    /// <returns>The pass's id.</returns>
    /// <exception cref="ArgumentException">Names, make or number plate are not what WB takes. Nothing was sent, and the message has no name in it.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="officeId"/> is not positive.</exception>
    /// <exception cref="WildberriesNotFoundException">Passes are not issued for the warehouse, by WB's list or by its answer.</exception>
    /// <exception cref="WildberriesRateLimitException">The last pass is less than ten minutes old; the exception says how long to wait.</exception>
    /// <exception cref="WildberriesApiException">A call failed. Its <see cref="WildberriesApiException.Delivery"/> tells whether the pass may have been created.</exception>
    public static Task<CreatedPass> CreatePassAsync(
        this IFbsSuppliesApi api,
        string firstName,
        string lastName,
        string carModel,
        string carNumber,
        long officeId,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        return CreateAsync(api, PassLimits.Request(firstName, lastName, carModel, carNumber, officeId), cancellationToken);
    }

    /// <summary>Changes a pass. How long it holds stays as it was.</summary>
    /// <remarks>
    /// A refusal counts as ten calls: so it is looked first whether there are the pass and the warehouse.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsPasses"/>.
    /// </remarks>
    /// <param name="api">The host.</param>
    /// <param name="passId">The pass's id.</param>
    /// <param name="firstName">The driver's first name. First and last name together have 6 to 100 characters.</param>
    /// <param name="lastName">The driver's last name.</param>
    /// <param name="carModel">The make of the car, at most 100 characters.</param>
    /// <param name="carNumber">The number plate: 6 to 9 letters and digits, nothing else.</param>
    /// <param name="officeId">The WB warehouse.</param>
    /// <param name="cancellationToken">Cancels the call; the pass may have been changed nevertheless.</param>
    /// <returns>The task.</returns>
    /// <exception cref="ArgumentException">Names, make or number plate are not what WB takes. Nothing was sent, and the message has no name in it.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="passId"/> or <paramref name="officeId"/> is not positive.</exception>
    /// <exception cref="WildberriesNotFoundException">There is no such pass, or passes are not issued for the warehouse, by WB's lists or by its answer.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static Task UpdatePassAsync(
        this IFbsSuppliesApi api,
        long passId,
        string firstName,
        string lastName,
        string carModel,
        string carNumber,
        long officeId,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        Argument.Id(passId);
        return UpdateAsync(api, passId, PassLimits.Request(firstName, lastName, carModel, carNumber, officeId), cancellationToken);
    }

    /// <summary>Deletes a pass, if the seller has it.</summary>
    /// <remarks>
    /// A refusal counts as ten calls: so it is looked first whether there is the pass.
    /// Source: <see href="https://dev.wildberries.ru/openapi/orders-fbs#tag/fbsPasses"/>.
    /// </remarks>
    /// <param name="api">The host.</param>
    /// <param name="passId">The pass's id.</param>
    /// <param name="cancellationToken">Cancels the calls; the pass may have been deleted nevertheless.</param>
    /// <returns>Whether it was there; if not, nothing was sent.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="passId"/> is not positive.</exception>
    /// <exception cref="WildberriesApiException">A call failed.</exception>
    public static Task<bool> TryDeletePassAsync(this IFbsSuppliesApi api, long passId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        Argument.Id(passId);
        return RunAsync();

        async Task<bool> RunAsync()
        {
            if (!await HasPassAsync(api, passId, cancellationToken).ConfigureAwait(false))
                return false;
            await api.DeletePassAsync(passId, cancellationToken).ConfigureAwait(false);
            return true;
        }
    }

    /// <summary>Reads a supply.</summary>
    /// <exception cref="WildberriesResponseException">WB answers with another one. It may be asked again.</exception>
    internal static async Task<FbsSupply> ReadSupplyAsync(IFbsSuppliesApi api, string supplyId, CancellationToken cancellationToken)
    {
        FbsSupply supply = await api.GetSupplyAsync(supplyId, cancellationToken).ConfigureAwait(false) ?? new FbsSupply();
        return supply.Id.Length == 0 || string.Equals(supply.Id, supplyId, StringComparison.Ordinal)
            ? supply
            : throw new WildberriesResponseException($"WB was asked for the supply {SafeText.Given(supplyId)}, and answered with another one.")
            {
                Operation = "FbsSupplies.GetSupply",
                Delivery = Delivery.Answered,
                IsTransient = true,
            };
    }

    private static async Task<CreatedPass> CreateAsync(IFbsSuppliesApi api, PassRequest request, CancellationToken cancellationToken)
    {
        await CheckOfficeAsync(api, request.OfficeId, "FbsSupplies.CreatePass", cancellationToken).ConfigureAwait(false);
        return await api.CreatePassAsync(request, cancellationToken).ConfigureAwait(false) is { Id: > 0 } created
            ? created
            : throw new WildberriesResponseException("WB took the pass and gave it no id.") { Operation = "FbsSupplies.CreatePass", Delivery = Delivery.Answered };
    }

    private static async Task UpdateAsync(IFbsSuppliesApi api, long passId, PassRequest request, CancellationToken cancellationToken)
    {
        const string Operation = "FbsSupplies.UpdatePass";
        if (!await HasPassAsync(api, passId, cancellationToken).ConfigureAwait(false))
            throw NotThere(Operation, FormattableString.Invariant($"the seller has no pass {passId}"));
        await CheckOfficeAsync(api, request.OfficeId, Operation, cancellationToken).ConfigureAwait(false);
        await api.UpdatePassAsync(passId, request, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<bool> HasPassAsync(IFbsSuppliesApi api, long passId, CancellationToken cancellationToken) =>
        (await api.GetPassesAsync(cancellationToken).ConfigureAwait(false)).Any(pass => pass?.Id == passId);

    private static async Task CheckOfficeAsync(IFbsSuppliesApi api, long officeId, string operation, CancellationToken cancellationToken)
    {
        IReadOnlyList<PassOffice> offices = await api.GetPassOfficesAsync(cancellationToken).ConfigureAwait(false);
        if (!offices.Any(office => office?.Id == officeId))
            throw NotThere(operation, FormattableString.Invariant($"WB issues no passes for the warehouse {officeId}"));
    }

    private static WildberriesNotFoundException NotThere(string operation, string reason) => new($"{operation} was not sent: {reason}.")
    {
        Operation = operation,
        Delivery = Delivery.NotSent,
    };
}
