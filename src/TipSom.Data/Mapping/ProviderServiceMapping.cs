using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Domain.Agencies;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Data.Mapping;

internal sealed class ProviderServiceMapping : IEntityTypeConfiguration<ProviderService>
{
    public void Configure(EntityTypeBuilder<ProviderService> builder)
    {
        builder.ToTable("provider_services", TipSomDbContext.Casework, t =>
            t.HasCheckConstraint("ck_provider_services_places", "places_free between 0 and places_total"));
        builder.Property<uint>("RowVersion").IsRowVersion();
        builder.Ignore(s => s.Groups);
        builder.PrimitiveCollection<List<VictimGroup>>("groups");
        builder.HasAlternateKey(s => new { s.Id, s.UnitId, s.AgencyId });
        builder.HasOne<Unit>().WithMany().HasForeignKey(s => new { s.UnitId, s.AgencyId })
            .HasPrincipalKey(u => new { u.Id, u.AgencyId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<District>().WithMany().HasForeignKey(s => s.DistrictCode).OnDelete(DeleteBehavior.Restrict);
    }
}
