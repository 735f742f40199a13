import {
  ConfigChanged,
  type EventEnvelope,
  eventType,
  OrderChanged,
} from "@serverlesspresso/contracts/event";
import {
  BoardMessage,
  CustomerMessage,
  channels,
  QueueMessage,
  StatusMessage,
} from "@serverlesspresso/contracts/live";
import { type BoardOrder, type Order, Ticket } from "@serverlesspresso/contracts/order";

export type LiveMessage =
  | { channel: string; message: CustomerMessage }
  | { channel: string; message: QueueMessage }
  | { channel: string; message: BoardMessage }
  | { channel: string; message: StatusMessage };

/** AppSync takes no other characters in a channel; somebody with such an id has no app to listen with. */
const channelSegment = /^[A-Za-z0-9-]{1,50}$/;

/** Who hears what of an event that tells of a row. Throws for a detail that is malformed. */
export function messagesFor(event: EventEnvelope): LiveMessage[] {
  if (event["detail-type"] === eventType.configChanged) {
    const { eventId, version } = ConfigChanged.parse(event.detail);
    return [{ channel: channels.status(eventId), message: StatusMessage.parse({ type: "shop", version }) }];
  }
  const changed = OrderChanged.parse(event.detail);
  return [...forCustomer(changed), ...forShop(changed)];
}

function forCustomer(changed: OrderChanged): LiveMessage[] {
  if (!channelSegment.test(changed.userId)) return [];
  const message = CustomerMessage.parse({ type: "order", order: orderOf(changed) });
  return [{ channel: channels.customer(changed.userId), message }];
}

/** Queue and board hold orders with a number; of one without, the board tells only that the places have changed. */
function forShop(changed: OrderChanged): LiveMessage[] {
  if (changed.orderNumber === null) {
    const message = BoardMessage.parse({ type: "places" });
    return [{ channel: channels.board(changed.eventId), message }];
  }
  const ticket = Ticket.parse({ ...orderOf(changed), baristaUserId: changed.baristaUserId });
  return [
    {
      channel: channels.queue(changed.eventId),
      message: QueueMessage.parse({ type: "order", order: ticket }),
    },
    {
      channel: channels.board(changed.eventId),
      message: BoardMessage.parse({ type: "order", order: boardOrderOf(ticket) }),
    },
  ];
}

function orderOf(changed: OrderChanged): Order {
  const { Message, at, userId, baristaUserId, orderId, orderNumber, ...order } = changed;
  return { id: orderId, number: orderNumber, ...order };
}

function boardOrderOf({
  id,
  number,
  state,
  version,
  drinkOrder,
  submittedAt,
  completedAt,
}: Ticket): BoardOrder {
  return { id, number, state, version, drinkOrder, submittedAt, completedAt };
}
