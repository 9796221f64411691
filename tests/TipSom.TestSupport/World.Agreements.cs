using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Identity;
using TipSom.Domain.Agreements;
using TipSom.Domain.Consents;
using TipSom.Domain.Identity;

namespace TipSom.TestSupport;

/// <summary>What people do with agreements in a test.</summary>
public sealed partial class World
{
    /// <summary>The national administrator, at the headquarters of a force.</summary>
    public Task<User> AdministratorAsync(Force force) => UserAsync(force.Headquarters, Role.NationalAdministrator);

    /// <summary>Terms for what the provider offers, in all of Punjab and Sindh, in force today.</summary>
    public AgreementTerms TermsOf(Force force, Provider provider)
    {
        var today = PakistanTime.DayOf(Now);
        return new AgreementTerms(
            Code("MOU"), AgreementKind.Memorandum, force.Agency.Id, provider.Agency.Id, "Lead Signatory", "Provider Signatory",
            today.AddDays(-100), today.AddDays(-90), today.AddDays(300), 10,
            [provider.Service.Service], [.. provider.Service.Groups], ["PB", "SD"], [], [], Enum.GetValues<DataCategory>());
    }

    /// <summary>A new agreement that nobody has approved yet.</summary>
    public Task<Agreement> ProposeAsync(User administrator, Force force, Provider provider, Func<AgreementTerms, AgreementTerms>? but = null) =>
        AsAsync(administrator, (_, db) =>
        {
            var terms = TermsOf(force, provider);
            var agreement = Agreement.Propose(but?.Invoke(terms) ?? terms, ActorOf(administrator), Now);
            db.Add(agreement);
            return Task.FromResult(agreement);
        });

    /// <summary>Other terms for an agreement, which nobody has approved yet.</summary>
    public Task<Agreement> ProposeChangeAsync(User administrator, Agreement agreement, Func<AgreementTerms, AgreementTerms> but) =>
        ChangeAsync(administrator, agreement, a => a.ProposeChange(but(a.Terms), ActorOf(administrator), Now));

    public Task<Agreement> ApproveAsync(User by, Agreement agreement, AgreementSide side) =>
        ChangeAsync(by, agreement, a => a.Approve(side, a.Awaiting!.Version, ActorOf(by), Now));

    public Task<Agreement> RefuseAsync(User by, Agreement agreement, AgreementSide side, string reason) =>
        ChangeAsync(by, agreement, a => a.Refuse(side, a.Awaiting!.Version, reason, ActorOf(by), Now));

    public Task<Agreement> SuspendAsync(User administrator, Agreement agreement) =>
        ChangeAsync(administrator, agreement, a => a.Suspend("Inspection", ActorOf(administrator), Now));

    /// <summary>Does something with an agreement as somebody, through a verb of the domain.</summary>
    public Task<Agreement> ChangeAsync(User by, Agreement agreement, Action<Agreement> change) => AsAsync(by, async (_, db) =>
    {
        var loaded = await db.Agreements.Include(a => a.Versions).SingleAsync(a => a.Id == agreement.Id);
        change(loaded);
        return loaded;
    });
}
