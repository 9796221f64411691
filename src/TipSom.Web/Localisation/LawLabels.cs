using TipSom.Domain.Law;

namespace TipSom.Web.Localisation;

/// <summary>The words of the law of a case.</summary>
public static class LawLabels
{
    public static string Of(Plea plea) => plea switch
    {
        Plea.NotRecorded => "Plea not recorded",
        Plea.Guilty => "Pleads guilty",
        Plea.NotGuilty => "Pleads not guilty"
    };

    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Pending => "Not decided",
        Verdict.Convicted => "Convicted",
        Verdict.Acquitted => "Acquitted",
        Verdict.Discharged => "Discharged",
        Verdict.Withdrawn => "Withdrawn by the prosecution"
    };

    /// <summary>Kind of the tag that shows the verdict; none is good or bad news to the portal.</summary>
    public static string TagOf(Verdict verdict) => verdict == Verdict.Pending ? "info" : "neutral";

    public static string Of(Appeal appeal) => appeal switch
    {
        Appeal.None => "No appeal known",
        Appeal.Pending => "Appeal pending",
        Appeal.Upheld => "Appeal: the verdict stands",
        Appeal.Changed => "Appeal: the verdict was changed"
    };

    public static string Of(OffenceCircumstance circumstance) => circumstance switch
    {
        OffenceCircumstance.SeriousInjury => "Serious injury, life-threatening illness or death",
        OffenceCircumstance.OrganisedGroup => "An organised group of two or more",
        OffenceCircumstance.DocumentTaken => "The travel document was taken or destroyed",
        OffenceCircumstance.RepeatOffender => "The offender did it before",
        OffenceCircumstance.TakenAway => "Taken or enticed away from family or guardian",
        OffenceCircumstance.FalseDocument => "A false document was made or used",
        OffenceCircumstance.Harbouring => "People here illegally were harboured for a benefit",
        OffenceCircumstance.BondedLabour => "Work was extracted for a debt or an advance",
        OffenceCircumstance.SoldForProstitution => "Sold or bought for prostitution",
        OffenceCircumstance.HeldCaptive => "Held against the will",
        OffenceCircumstance.FakeJobAbroad => "A job abroad was promised for money"
    };

    /// <summary>A court the decision table names.</summary>
    public static string OfCourt(string? code) => code switch
    {
        "MAG1" => "Magistrate First Class",
        "SC_CENTRAL" => "Special Court (Central)",
        "ANTI_RAPE" => "Special Court (Anti-Rape)",
        "EMIGRATION" => "Special Court (Emigration Ordinance)",
        _ => "The court that the schedule or the Act names"
    };
}
