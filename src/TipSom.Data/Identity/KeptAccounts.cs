using Microsoft.EntityFrameworkCore;
using TipSom.Domain.Identity;

namespace TipSom.Data.Identity;

/// <summary>
/// What administrators do to accounts. Each is one function of the database, which checks anew who asks, in the transaction of the request:
/// the runtime role itself writes neither who somebody is nor what they may do.
/// </summary>
public sealed class KeptAccounts(TipSomDbContext db)
{
    /// <summary>An account that nobody used for so long is dormant.</summary>
    public static readonly TimeSpan DormantAfter = TimeSpan.FromDays(45);

    /// <summary>Makes an account nobody can sign in to yet, and returns its id.</summary>
    public async Task<Guid> InviteAsync(NewAccount account, CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        await InviteAsync([(id, account)], ct);
        return id;
    }

    /// <summary>Makes several accounts in one statement, each by the function that makes one; where one is refused none is made.</summary>
    public Task InviteAsync(IReadOnlyList<(Guid Id, NewAccount Account)> people, CancellationToken ct)
    {
        var ids = people.Select(p => p.Id).ToArray();
        var names = people.Select(p => p.Account.DisplayName).ToArray();
        var userNames = people.Select(p => p.Account.UserName).ToArray();
        var emails = people.Select(p => p.Account.Email).ToArray();
        var units = people.Select(p => p.Account.UnitId).ToArray();
        var roles = people.Select(p => p.Account.Role.ToString()).ToArray();
        return db.Database.ExecuteSqlAsync(
            $"""
            select security.invite(p.id, p.name, p.user_name, p.email, p.unit, p.role)
            from unnest({ids}, {names}, {userNames}, {emails}, {units}, {roles}) p (id, name, user_name, email, unit, role)
            """, ct);
    }

    /// <summary>Posts somebody elsewhere in the agency, today or on a day to come.</summary>
    public Task MoveAsync(Guid person, Guid unit, Role role, DateOnly from, PostingEnd reason, Takers takers, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"select security.move({person}, {unit}, {role.ToString()}, {from}, {reason.ToString()}, {takers.Work}, {takers.Decisions})", ct);

    /// <summary>Ends the posting today, hands on what waits for the person, and shuts the account.</summary>
    public Task LeaveAsync(Guid person, PostingEnd reason, Takers takers, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select security.leave({person}, {reason.ToString()}, {takers.Work}, {takers.Decisions})", ct);

    /// <summary>Ends every session.</summary>
    public Task EndSessionsAsync(Guid person, CancellationToken ct) => db.Database.ExecuteSqlAsync($"select security.end_sessions_of({person})", ct);

    /// <summary>Voids every second factor, and ends every session.</summary>
    public Task TakeFactorsAsync(Guid person, CancellationToken ct) => db.Database.ExecuteSqlAsync($"select security.take_factors_of({person})", ct);

    /// <summary>Shuts the account; its work stays until the person leaves or comes back.</summary>
    public Task DisableAsync(Guid person, CancellationToken ct) => db.Database.ExecuteSqlAsync($"select security.disable_account({person})", ct);

    /// <summary>Opens it again.</summary>
    public Task EnableAsync(Guid person, CancellationToken ct) => db.Database.ExecuteSqlAsync($"select security.enable_account({person})", ct);

    /// <summary>Proposes a national role for somebody new.</summary>
    public Task ProposeAsync(NewAccount account, CancellationToken ct) => ProposeAsync(
        RoleProposalKind.Invite, Guid.CreateVersion7(), account.DisplayName, account.UserName, account.Email, account.UnitId, account.Role, ct);

    /// <summary>Proposes a way back into an account with a national role.</summary>
    public Task ProposeRecoveryAsync(Guid person, CancellationToken ct) => ProposeAsync(RoleProposalKind.Recover, person, "", "", null, null, null, ct);

    /// <summary>Proposes a national role for somebody who has an account in that agency.</summary>
    public Task ProposeAsync(Guid person, Guid unit, Role role, CancellationToken ct) => ProposeAsync(RoleProposalKind.Move, person, "", "", null, unit, role, ct);

    /// <summary>Confirms a proposal, or refuses it.</summary>
    public Task DecideAsync(Guid proposal, bool confirmed, CancellationToken ct) => db.Database.ExecuteSqlAsync($"select security.decide_role({proposal}, {confirmed})", ct);

    /// <summary>What waits for the person and is tied to them, not to their unit.</summary>
    public Task<OpenWork> OpenWorkAsync(Guid person, CancellationToken ct) => db.Database.SqlQuery<OpenWork>(
        $"""
        select coalesce(work, 0) as "Work", coalesce(decisions, 0) as "Decisions", coalesce(registers, 0) as "Registers", coalesce(drafts, 0) as "Drafts",
            coalesce(sessions, 0) as "Sessions"
        from security.open_work_of({person})
        """).SingleAsync(ct);

    /// <summary>Which kinds of second factor people have, as far as who asks keeps their accounts.</summary>
    public Task<List<FactorKinds>> FactorsAsync(Guid[] people, CancellationToken ct) => db.Database.SqlQuery<FactorKinds>(
        $"select user_id as \"UserId\", has_app as \"HasApp\", has_card as \"HasCard\", has_key as \"HasKey\" from security.factors_of({people})").ToListAsync(ct);

    /// <summary>Whether who asks keeps the account; asked in a query (<c>security.keeps_account</c>).</summary>
    public static bool Keeps(Guid person) => throw new InvalidOperationException("This is asked in a query.");

    /// <summary>Whether who asks also says where the person works; asked in a query (<c>security.keeps_posting</c>).</summary>
    public static bool Posts(Guid person) => throw new InvalidOperationException("This is asked in a query.");

    private Task<int> ProposeAsync(RoleProposalKind kind, Guid person, string name, string userName, string? email, Guid? unit, Role? role, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"select security.propose_role({Guid.CreateVersion7()}, {kind.ToString()}, {person}, {name}, {userName}, {email}, {unit}, {role?.ToString()})", ct);
}

/// <summary>Somebody to be invited.</summary>
public sealed record NewAccount(string DisplayName, string UserName, string? Email, Guid UnitId, Role Role);

/// <summary>Who takes over what waits for somebody; null where nothing does.</summary>
public sealed record Takers(Guid? Work, Guid? Decisions);

/// <summary>How much is tied to a person, and how many sessions are open.</summary>
public sealed record OpenWork(int Work, int Decisions, int Registers, int Drafts, int Sessions)
{
    public static OpenWork None { get; } = new(0, 0, 0, 0, 0);
}

/// <summary>Which kinds of second factor somebody has.</summary>
public sealed record FactorKinds(Guid UserId, bool HasApp, bool HasCard, bool HasKey);
