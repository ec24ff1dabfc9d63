/** All invented records with an expectation, of every area. Adds nothing to them. */
import type { InventedEvent } from "./invented-event.ts";
import { INVENTED_EVENTS_BUCKETS } from "./invented-events-buckets.ts";
import { INVENTED_EVENTS_CONTAINERS } from "./invented-events-containers.ts";
import { INVENTED_EVENTS_DATA } from "./invented-events-data.ts";
import { INVENTED_EVENTS_DEFAULTS } from "./invented-events-defaults.ts";
import { INVENTED_EVENTS_DELIVERY } from "./invented-events-delivery.ts";
import { INVENTED_EVENTS_EDGES } from "./invented-events-edges.ts";
import { INVENTED_EVENTS_HARD_CASES } from "./invented-events-hard-cases.ts";
import { INVENTED_EVENTS_IDENTITIES } from "./invented-events-identities.ts";
import { INVENTED_EVENTS_IMAGES } from "./invented-events-images.ts";
import { INVENTED_EVENTS_INSTANCES } from "./invented-events-instances.ts";
import { INVENTED_EVENTS_KEYS } from "./invented-events-keys.ts";
import { INVENTED_EVENTS_LISTINGS } from "./invented-events-listings.ts";
import { INVENTED_EVENTS_MESSAGES } from "./invented-events-messages.ts";
import { INVENTED_EVENTS_NETWORKS } from "./invented-events-networks.ts";
import { INVENTED_EVENTS_OBJECTS } from "./invented-events-objects.ts";
import { INVENTED_EVENTS_OVERSIGHT } from "./invented-events-oversight.ts";
import { INVENTED_EVENTS_SESSIONS } from "./invented-events-sessions.ts";
import { INVENTED_EVENTS_SPELLINGS } from "./invented-events-spellings.ts";
import { INVENTED_EVENTS_TAGS } from "./invented-events-tags.ts";

export const INVENTED_EVENTS: readonly InventedEvent[] = [
  ...INVENTED_EVENTS_BUCKETS,
  ...INVENTED_EVENTS_CONTAINERS,
  ...INVENTED_EVENTS_DATA,
  ...INVENTED_EVENTS_DEFAULTS,
  ...INVENTED_EVENTS_DELIVERY,
  ...INVENTED_EVENTS_EDGES,
  ...INVENTED_EVENTS_HARD_CASES,
  ...INVENTED_EVENTS_IDENTITIES,
  ...INVENTED_EVENTS_IMAGES,
  ...INVENTED_EVENTS_INSTANCES,
  ...INVENTED_EVENTS_KEYS,
  ...INVENTED_EVENTS_LISTINGS,
  ...INVENTED_EVENTS_MESSAGES,
  ...INVENTED_EVENTS_NETWORKS,
  ...INVENTED_EVENTS_OBJECTS,
  ...INVENTED_EVENTS_OVERSIGHT,
  ...INVENTED_EVENTS_SESSIONS,
  ...INVENTED_EVENTS_SPELLINGS,
  ...INVENTED_EVENTS_TAGS,
];
