using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Domain.Reference;

namespace TipSom.Data.Mapping;

internal sealed class ClockRuleMapping : IEntityTypeConfiguration<ClockRule>
{
    public void Configure(EntityTypeBuilder<ClockRule> builder)
    {
        builder.ToTable("clock_rules", "reference", table =>
        {
            table.HasCheckConstraint("clock_rules_allowed_is_positive", "allowed > interval '0'");
            table.HasCheckConstraint("clock_rules_allowed_is_sensible", "allowed between interval '15 minutes' and interval '30 days'");
        });
        builder.HasKey(rule => new { rule.Urgency, rule.Step });
        // What the audit trail calls the row.
        builder.Property<Guid>("Id").HasComputedColumnSql("md5(urgency || step)::uuid", stored: true);

        builder.Property(rule => rule.Urgency).HasConversion<string>();
        builder.Property(rule => rule.Step).HasConversion<string>();
    }
}

internal sealed class EscalationRuleMapping : IEntityTypeConfiguration<EscalationRule>
{
    public void Configure(EntityTypeBuilder<EscalationRule> builder)
    {
        builder.ToTable("escalation_rules", "reference", table =>
        {
            table.HasCheckConstraint("escalation_rules_share_is_sensible",
                "case rung when 'Half' then share between 0.1 and 0.9 when 'Due' then share = 1 else share between 1.25 and 5 end");
            table.HasCheckConstraint("escalation_rules_tell_somebody", "cardinality(audiences) > 0");
        });
        builder.HasKey(rule => new { rule.Turn, rule.Rung });
        builder.Property<Guid>("Id").HasComputedColumnSql("md5(turn || rung)::uuid", stored: true);
        builder.Property(rule => rule.Share).HasPrecision(4, 2);
        builder.PrimitiveCollection(rule => rule.Audiences);
    }
}
