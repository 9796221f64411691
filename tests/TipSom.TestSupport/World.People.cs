using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TipSom.Data.Encryption;
using TipSom.Data.Identity;
using TipSom.Domain.Cases;
using TipSom.Domain.Suspects;
using TipSom.Domain.Victims;

namespace TipSom.TestSupport;

/// <summary>Further people of a case, their ties, and who is suspected.</summary>
public sealed partial class World
{
    /// <summary>Who every test suspect is; nothing else in the product carries these strings.</summary>
    public static SuspectDetails KnownSuspect { get; } = new(
        "Suspectcanary Khan", null, "Suspectfather Canary", "Canaryalias", "9000076543211", "03990000456", "Canarystreet 4", "Canaryscar on the hand", "Canarygroup");

    /// <summary>Why every accused person of a test is accused.</summary>
    public const string KnownAccusation = "Accusecanary: sold two others.";

    /// <summary>Adds a boy of six to the case.</summary>
    public Task<Victim> AddPersonAsync(User officer, Case @case, PersonFacts? person = null) =>
        AsAsync(officer, async (_, db) =>
        {
            var loaded = await db.Cases.Include(c => c.Victims).SingleAsync(c => c.Id == @case.Id);
            return loaded.AddPerson(person ?? new PersonFacts(Safety.Safe, Sex.Male, new Age(6, false), []), ActorOf(officer), Now);
        });

    /// <summary>Ties the first person of the case to another.</summary>
    public Task<FamilyTie> TieAsync(User officer, Case @case, Victim relative, bool keepTogether = true) =>
        AsAsync(officer, async (_, db) =>
        {
            var first = await db.Victims.SingleAsync(v => v.CaseId == @case.Id && v.Position == 1);
            var tie = FamilyTie.Between(first, relative, FamilyTieKind.ParentOf, keepTogether, [], ActorOf(officer), Now);
            db.Add(tie);
            return tie;
        });

    /// <summary>Enters a suspect of the case.</summary>
    public Task<Suspect> SuspectAsync(User officer, Case @case) =>
        AsAsync(officer, async (scope, db) =>
        {
            var id = Guid.CreateVersion7();
            var suspect = Suspect.Enter(
                id, await db.Cases.SingleAsync(c => c.Id == @case.Id), await db.Suspects.CountAsync(s => s.CaseId == @case.Id) + 1,
                new SuspectFacts(Sex.Male, new Age(40, true), "PK", ["RECRUIT"], true, SuspectStatus.Suspected),
                scope.GetRequiredService<RecordCipher>().Seal(SealKinds.Suspect, id, KnownSuspect), ActorOf(officer), Now);
            db.Add(suspect);
            return suspect;
        });

    /// <summary>Enters the first person of the case as accused.</summary>
    public Task<Suspect> AccuseAsync(User officer, Case @case) =>
        AsAsync(officer, async (scope, db) =>
        {
            var cipher = scope.GetRequiredService<RecordCipher>();
            var id = Guid.CreateVersion7();
            var entered = await db.Suspects.Where(s => s.CaseId == @case.Id).ToListAsync();
            var suspect = Suspect.Accuse(
                id, await db.Cases.SingleAsync(c => c.Id == @case.Id), entered.Count + 1,
                await db.Victims.SingleAsync(v => v.CaseId == @case.Id && v.Position == 1), ["TRANSPORT"],
                cipher.Seal(SealKinds.Suspect, id, SuspectDetails.NotKnown), cipher.Seal(SealKinds.WhyAccused, id, KnownAccusation), entered, ActorOf(officer), Now);
            db.Add(suspect);
            return suspect;
        });
}
