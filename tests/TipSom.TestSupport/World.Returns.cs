using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Identity;
using TipSom.Domain;
using TipSom.Domain.Agencies;
using TipSom.Domain.Reporting;

namespace TipSom.TestSupport;

/// <summary>Figures that agencies of a test report.</summary>
public sealed partial class World
{
    /// <summary>Women, men, children and transgender persons identified, in this order.</summary>
    public static FigureSet Identified(int women, int men, int children, int transgender) => Figures(
        ("Identified/Women", women), ("Identified/Men", men), ("Identified/Children", children), ("Identified/Transgender", transgender));

    /// <summary>Figures by the codes of their cells.</summary>
    public static FigureSet Figures(params (string Code, int Value)[] figures) =>
        new(figures.ToDictionary(f => FigureCell.Parse(f.Code) ?? throw new ArgumentException(f.Code), f => f.Value));

    /// <summary>A committee with one district, an officer and a supervisor there.</summary>
    public Task<Force> CommitteeAsync(string districtCode = "PB-LAHORE") => ForceAsync(AgencyKind.Committee, UnitKind.District, districtCode);

    /// <summary>A draft for the period in the person's own unit.</summary>
    public Task<Return> BeginReturnAsync(User by, ReportPeriod period, FigureSet? figures = null, string? note = null) => AsAsync(by, async (_, db) =>
    {
        var unit = await db.Units.SingleAsync(u => u.Id == by.UnitId);
        var agency = await db.Agencies.SingleAsync(g => g.Id == by.AgencyId);
        var ofUnit = await db.Returns.Where(r => r.UnitId == by.UnitId).ToListAsync();
        var begun = Return.Begin(RecordNumber.Draw(RecordNumber.ReturnPrefix, Now.Year), agency, unit, period, ofUnit, PakistanTime.DayOf(Now), ActorOf(by), Now);
        begun.Write(figures ?? FigureSet.Nothing, note, ActorOf(by), Now);
        db.Add(begun);
        return begun;
    });

    /// <summary>Signs a draft, and puts it in the place of what it corrects.</summary>
    public Task SignReturnAsync(User by, Return draft) => AsAsync(by, async (_, db) =>
    {
        var versions = await db.Returns.Include(r => r.Cells).Where(r => r.Number == draft.Number).ToListAsync();
        var kept = versions.Single(r => r.Id == draft.Id);
        kept.SignOff(versions.SingleOrDefault(r => r.Id == kept.ReplacesId), PakistanTime.DayOf(Now), ActorOf(by), Now);
        return true;
    });

    /// <summary>Signed figures of the person's own unit.</summary>
    public async Task<Return> SignedReturnAsync(User by, ReportPeriod period, FigureSet figures, string? note = null)
    {
        var draft = await BeginReturnAsync(by, period, figures, note);
        await SignReturnAsync(by, draft);
        return draft;
    }

    /// <summary>A draft that corrects signed figures.</summary>
    public Task<Return> CorrectReturnAsync(User by, Return signed, FigureSet figures, string reason = "A station was counted twice.") => AsAsync(by, async (_, db) =>
    {
        var versions = await db.Returns.Include(r => r.Cells).Where(r => r.Number == signed.Number).ToListAsync();
        var next = versions.Single(r => r.Status == ReturnStatus.SignedOff).Correct(reason, versions, ActorOf(by), Now);
        next.Write(figures, next.Note, ActorOf(by), Now);
        db.Add(next);
        return next;
    });

    /// <summary>That an agency owes returns from a period on.</summary>
    public Task<ReportDuty> OweAsync(User by, Agency agency, ReportPeriod first) => AsAsync(by, (_, db) =>
    {
        var duty = ReportDuty.Owe(agency, first, ActorOf(by), Now);
        db.Add(duty);
        return Task.FromResult(duty);
    });
}
