using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Identity;
using TipSom.Domain.Agencies;
using TipSom.Domain.Identity;
using TipSom.Web.TagHelpers;

namespace TipSom.Web.Pages.Users;

/// <summary>A page on which somebody goes, and says who takes over what waits for them.</summary>
public abstract class TakersPageModel(TipSomDbContext db, KeptAccounts accounts) : AccountPageModel(db)
{
    public OpenWork Open { get; private set; } = OpenWork.None;

    /// <summary>Who does the same work at the unit or above it.</summary>
    public IReadOnlyList<Choice> ForWork { get; private set; } = [];

    /// <summary>Who is in the same role there.</summary>
    public IReadOnlyList<Choice> ForDecisions { get; private set; } = [];

    protected KeptAccounts Accounts => accounts;

    /// <summary>Every unit of the agency.</summary>
    protected IReadOnlyList<Unit> Units { get; private set; } = [];

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (await base.LoadAsync(ct) is { } instead)
            return instead;
        if (!Account.IsPosted)
            return NotFound();
        Open = await accounts.OpenWorkAsync(Id, ct);
        Units = await Db.Units.AsNoTracking().Where(u => u.AgencyId == Account.AgencyId).ToListAsync(ct);
        var byId = Units.ToDictionary(u => u.Id);
        var above = new List<Guid>();
        for (Guid? unit = Account.UnitId; unit is { } id; unit = byId[id].ParentId)
            above.Add(id);
        var side = Grants.SideOf(Account.Role);
        var able = await Db.Users.AsNoTracking()
            .Where(u => u.Id != Id && u.DisabledAt == null && u.PasswordHash != null && above.Contains(u.UnitId) && side.Contains(u.Role))
            .OrderBy(u => u.DisplayName).Select(u => new { u.Id, u.DisplayName, u.Role }).Take(500).ToListAsync(ct);
        ForWork = [.. able.Select(u => new Choice($"{u.Id}", u.DisplayName, IsOwnWords: true))];
        ForDecisions = [.. able.Where(u => u.Role == Account.Role).Select(u => new Choice($"{u.Id}", u.DisplayName, IsOwnWords: true))];
        return null;
    }

    /// <summary>Who takes over; bound on both pages.</summary>
    public abstract class TakersInput
    {
        public Guid? WorkToId { get; set; }

        public Guid? DecisionsToId { get; set; }

        public Takers Takers => new(WorkToId, DecisionsToId);
    }
}
