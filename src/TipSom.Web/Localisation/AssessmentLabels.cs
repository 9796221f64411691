using TipSom.Domain.Assessment;
using TipSom.Domain.Consents;

namespace TipSom.Web.Localisation;

/// <summary>The words for what is recorded about a person: keys of their translation.</summary>
public static class AssessmentLabels
{
    public static string Of(IndicatorDimension dimension) => dimension switch
    {
        IndicatorDimension.DeceptiveRecruitment => "Deceptive recruitment",
        IndicatorDimension.CoerciveRecruitment => "Coercive recruitment",
        IndicatorDimension.RecruitmentByVulnerability => "Recruitment by abuse of vulnerability",
        IndicatorDimension.ConditionsOfWork => "Conditions of work",
        IndicatorDimension.CoercionAtDestination => "Coercion where the person worked",
        IndicatorDimension.VulnerabilityAtDestination => "Abuse of vulnerability where the person worked"
    };

    /// <summary>What a dimension asks about.</summary>
    public static string HelpOf(IndicatorDimension dimension) => dimension switch
    {
        IndicatorDimension.DeceptiveRecruitment => "Was the person told something untrue to make them come: about the work, the pay, the place, the papers or a marriage?",
        IndicatorDimension.CoerciveRecruitment => "Was the person made to come by violence, threats, a debt, or by taking papers or money?",
        IndicatorDimension.RecruitmentByVulnerability => "Did somebody use that the person was poor, alone, without papers or schooling, or dependent on them?",
        IndicatorDimension.ConditionsOfWork => "How was the work: hours, pay, danger, place to sleep? Ask for an ordinary day from morning to night.",
        IndicatorDimension.CoercionAtDestination => "Could the person leave? Who kept the papers and the money, and what would have happened to those who tried?",
        IndicatorDimension.VulnerabilityAtDestination => "What made it hard to leave without force: no money, no language, no papers, nobody to go to?"
    };

    public static string Of(IndicatorAnswer answer) => answer switch
    {
        IndicatorAnswer.NotAsked => "Not asked",
        IndicatorAnswer.Yes => "Yes",
        IndicatorAnswer.No => "No",
        IndicatorAnswer.Unknown => "Do not know"
    };

    public static string Of(IndicatorPresence presence) => presence switch
    {
        IndicatorPresence.Strongly => "Indicators strongly present: talk to your supervisor",
        IndicatorPresence.Partly => "Indicators partly present: talk to your supervisor",
        IndicatorPresence.NotPresent => "Indicators not present so far: talk to your supervisor"
    };

    public static string Of(TraffickingAct act) => act switch
    {
        TraffickingAct.Recruiting => "Recruiting",
        TraffickingAct.Harbouring => "Harbouring",
        TraffickingAct.Transporting => "Transporting",
        TraffickingAct.Providing => "Providing",
        TraffickingAct.Obtaining => "Obtaining"
    };

    public static string Of(LegalMeans means) => means switch
    {
        LegalMeans.Force => "Force",
        LegalMeans.Fraud => "Fraud",
        LegalMeans.Coercion => "Coercion: threats, pressure, abuse of a weak position"
    };

    public static string Of(RouteStage stage) => stage switch
    {
        RouteStage.Recruitment => "Recruited or taken",
        RouteStage.Transit => "Brought through",
        RouteStage.Exploitation => "Exploited",
        RouteStage.Rescue => "Found or got free"
    };

    public static string Of(FactorAnswer answer) => answer switch
    {
        FactorAnswer.NotAsked => "Not asked",
        FactorAnswer.Risk => "A risk",
        FactorAnswer.No => "No risk",
        FactorAnswer.Protective => "Protects"
    };

    /// <summary>The level a factor stands on: the first part of its code.</summary>
    public static string LevelOf(string factor) => factor.Split('-')[0] switch
    {
        "IND" => "The person",
        "HH" => "Household and family",
        _ => "Community and place"
    };

    public static string Of(RiskReason reason) => reason switch
    {
        RiskReason.KnowsAddress => "The offender knows where the person lives or stays",
        RiskReason.Threats => "Threats were made",
        RiskReason.PhoneTraced => "The telephone may be traced",
        RiskReason.Weapon => "The offender has a weapon",
        RiskReason.FamilyInvolved => "Somebody of the family is involved",
        RiskReason.OffenderFree => "The offender is free",
        RiskReason.SelfHarm => "The person may harm herself or himself",
        RiskReason.Other => "Something else: tell it in the note"
    };

    public static string Of(SafeTransport transport) => transport switch
    {
        SafeTransport.PoliceEscort => "The police bring the person",
        SafeTransport.ProviderFetches => "The provider fetches the person",
        SafeTransport.TrustedPerson => "A trusted person comes along",
        SafeTransport.NoTravel => "In a safe place already, no travel needed",
        SafeTransport.NotArranged => "Not arranged yet"
    };

    public static string Of(NeedChangeKind kind) => kind switch
    {
        NeedChangeKind.Added => "Need added",
        NeedChangeKind.UrgencyChanged => "Urgency changed",
        NeedChangeKind.Ended => "Need ended"
    };

    public static string Of(NeedEnding ending) => ending switch
    {
        NeedEnding.MetOtherwise => "Met otherwise",
        NeedEnding.NoLongerNeeded => "No longer needed"
    };

    public static string Of(ConsentPurpose purpose) => purpose switch
    {
        ConsentPurpose.Services => "Services",
        ConsentPurpose.ShareWithProvider => "Sharing with the provider",
        ConsentPurpose.ShareWithPolice => "Sharing with the police",
        ConsentPurpose.Research => "Research and statistics without a name",
        ConsentPurpose.ContactByPhone => "Contact by telephone"
    };

    public static string Of(ChildsView view) => view switch
    {
        ChildsView.Agrees => "The child agrees",
        ChildsView.Disagrees => "The child does not agree",
        ChildsView.CannotSay => "The child is too young or too ill to say"
    };

    public static string Of(ConsentPoint point) => point switch
    {
        ConsentPoint.Interview => "The person agrees to the interview",
        ConsentPoint.Aim => "What the interview is for",
        ConsentPoint.Use => "How the data are used and may be used",
        ConsentPoint.Research => "That data without a name may serve research",
        ConsentPoint.OwnData => "That the person may ask for their own data at any time",
        ConsentPoint.Storage => "How long the data are kept",
        ConsentPoint.Withdrawal => "How to take the answer back"
    };
}
