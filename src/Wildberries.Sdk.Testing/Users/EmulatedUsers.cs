namespace Wildberries.Sdk.Testing;

/// <summary>The users of an emulator's seller. May be used from any thread, also while requests are served.</summary>
/// <remarks>Source: <see href="https://dev.wildberries.ru/openapi/api-information#tag/sellerUserManagement"/>.</remarks>
public sealed class EmulatedUsers
{
    private const long FirstId = 42334001;

    // WB does not say how long an invitation holds.
    private static readonly TimeSpan InviteLifetime = TimeSpan.FromDays(7);

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly SortedDictionary<long, EmulatedUser> _users = [];

    // Those invited last come last.
    private readonly List<EmulatedUser> _invited = [];

    internal EmulatedUsers(TimeProvider time) => _time = time;

    /// <summary>Every section's code, in the order in which WB's answers have them.</summary>
    public static IReadOnlyList<string> Sections { get; } =
    [
        "supply", "changeJam", "showcase", "suppliersDocuments", "discountPrice", "feedbacks", "questions", "brands", "pointsForReviews",
        "pinFeedbacks", "finance", "balance", "oldAnalyticsReports", "marketplace", "brandsFlow", "copyrightComplaints", "pretrialClaims",
        "sellersChat", "brandzone", "brandzoneSubscribe",
    ];

    /// <summary>The users who have access, by id.</summary>
    public IReadOnlyList<EmulatedUser> Active
    {
        get
        {
            lock (_lock)
                return [.. _users.Values];
        }
    }

    /// <summary>The people who are invited and have not come yet, those invited last first.</summary>
    public IReadOnlyList<EmulatedUser> Invited
    {
        get
        {
            lock (_lock)
                return [.. Enumerable.Reverse(_invited)];
        }
    }

    /// <summary>Adds a user who has access. An id that exists is replaced.</summary>
    /// <param name="user">The user; with the id 0 the next id is given, and without any section those that WB gives by default.</param>
    /// <returns>The user with the id.</returns>
    public EmulatedUser Add(EmulatedUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        lock (_lock)
        {
            EmulatedUser added = user with
            {
                Id = user.Id == 0 ? NextId() : user.Id,
                Access = user.Access.Count == 0 ? AccessOf([]) : user.Access,
            };
            _users[added.Id] = added;
            return added;
        }
    }

    /// <summary>An invited person opens the invitation's address and becomes a user.</summary>
    /// <param name="inviteId">The id of the invitation.</param>
    /// <param name="firstName">The first name.</param>
    /// <param name="secondName">The family name.</param>
    /// <returns>The user.</returns>
    /// <exception cref="ArgumentException">There is no such invitation, or it has expired.</exception>
    public EmulatedUser Accept(string inviteId, string firstName = "Иван", string secondName = "Иванов")
    {
        ArgumentNullException.ThrowIfNull(inviteId);
        lock (_lock)
        {
            if (_invited.Find(u => u.InviteId == inviteId) is not { } invited)
                throw new ArgumentException($"There is no open invitation \"{inviteId}\".", nameof(inviteId));
            if (!IsActive(invited))
                throw new ArgumentException($"The invitation \"{inviteId}\" has expired.", nameof(inviteId));
            _invited.Remove(invited);
            EmulatedUser user = invited with { Id = NextId(), FirstName = firstName, SecondName = secondName };
            _users.Add(user.Id, user);
            return user;
        }
    }

    internal bool IsActive(EmulatedUser user) => user.InviteExpiresAt > _time.GetUtcNow();

    /// <summary>Takes an invitation from the API.</summary>
    internal EmulatedUser Invite(string phone, string position, IReadOnlyList<(string Section, bool Disabled)> access)
    {
        lock (_lock)
        {
            var invited = new EmulatedUser
            {
                Phone = phone,
                Position = position,
                InviteId = Guid.NewGuid().ToString(),
                InviteExpiresAt = _time.GetUtcNow() + InviteLifetime,
                Access = AccessOf(access),
            };
            _invited.Add(invited);
            return invited;
        }
    }

    /// <summary>Changes access for all of the users or, if one is not there, for none.</summary>
    internal bool Update(IReadOnlyList<(long Id, IReadOnlyList<(string Section, bool Disabled)> Access)> changes)
    {
        lock (_lock)
        {
            if (!changes.All(c => _users.ContainsKey(c.Id)))
                return false;
            foreach ((long id, IReadOnlyList<(string Section, bool Disabled)> access) in changes)
                _users[id] = _users[id] with { Access = Change(_users[id].Access, access) };
            return true;
        }
    }

    /// <summary>Deletes a user who is no owner.</summary>
    internal bool Delete(long id)
    {
        lock (_lock)
            return _users.TryGetValue(id, out EmulatedUser? user) && !user.IsOwner && _users.Remove(id);
    }

    // What an invitation does not name is open but for two sections.
    private static HashSet<string> AccessOf(IReadOnlyList<(string Section, bool Disabled)> access) =>
        Change(Sections.Except(["showcase", "changeJam"], StringComparer.Ordinal), access);

    // A section that is both opened and closed stays closed.
    private static HashSet<string> Change(IEnumerable<string> before, IReadOnlyList<(string Section, bool Disabled)> access)
    {
        var after = new HashSet<string>(before, StringComparer.Ordinal);
        after.UnionWith(access.Select(a => a.Section));
        after.ExceptWith(access.Where(a => a.Disabled).Select(a => a.Section));
        return after;
    }

    private long NextId() => _users.Count == 0 ? FirstId : _users.Keys.Last() + 1;
}
